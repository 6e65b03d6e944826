using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary>An argument that cannot be read; ends the verb with the exit code for wrong usage.</summary>
internal sealed class UsageException(LinkFault fault) : Exception(fault.Problem.Message)
{
    public LinkFault Fault { get; } = fault;
}
