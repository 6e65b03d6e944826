namespace Switchbook.Web;

/// <summary>Why a run did not succeed, and what to do.</summary>
public sealed record ReasonView(string Code, string Message, string Action);
