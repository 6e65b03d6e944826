using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Switchbook.Access.Operators;
using Switchbook.Audit;

namespace Switchbook.Tests.Access.Operators;

public sealed class EntranceTests : IDisposable
{
    private const string Password = "correct horse";
    private static readonly IPAddress Desk = IPAddress.Parse("192.0.2.7");
    private static readonly IPAddress Attic = IPAddress.Parse("192.0.2.8");
    private static readonly string Hash = OperatorPasswords.Hash(Password);

    private readonly CurrentOperators _operators = new();
    private readonly AuditNotes _notes = new(TimeProvider.System);
    private readonly Entrance _entrance;

    public EntranceTests() => _entrance = new(_operators, _notes, NullLogger<Entrance>.Instance);

    public void Dispose()
    {
        _entrance.Dispose();
        _notes.Dispose();
    }

    [Theory]
    [InlineData("maria")]
    [InlineData("nobody")]
    public void After_too_many_tries_a_name_is_not_heard_from_anywhere_whether_it_exists_or_not(string name)
    {
        _operators.Publish([Of("maria", "1"), Of("jonas", "1")]);
        for (var guess = 0; guess < Entrance.MostForName; guess++)
        {
            Assert.Equal("SB-OPERATOR-006", Refused(_entrance.Try(name, "wrong", Desk)));
        }

        Assert.Equal("SB-OPERATOR-007", Refused(_entrance.Try(name, Password, Attic)));
        Assert.IsType<EntranceAnswer.Welcome>(_entrance.Try("jonas", Password, Desk));
    }

    [Fact]
    public void A_new_password_opens_a_locked_account()
    {
        _operators.Publish([Of("maria", "1")]);
        for (var guess = 0; guess <= Entrance.MostForName; guess++)
        {
            _entrance.Try("maria", "wrong", Desk);
        }

        _operators.Publish([Of("maria", "2")]);

        Assert.IsType<EntranceAnswer.Welcome>(_entrance.Try("maria", Password, Desk));
    }

    [Fact]
    public void An_address_that_tries_too_often_must_wait_and_uses_up_nobodys_tries()
    {
        _operators.Publish([Of("maria", "1")]);
        for (var guess = 0; guess < Entrance.MostForAddress; guess++)
        {
            _entrance.Try($"guess {guess}", "wrong", Desk);
        }

        for (var guess = 0; guess < Entrance.MostForName; guess++)
        {
            Assert.Equal("SB-OPERATOR-007", Refused(_entrance.Try("maria", Password, Desk)));
        }

        Assert.IsType<EntranceAnswer.Welcome>(_entrance.Try("maria", Password, Attic));
    }

    private static string? Refused(EntranceAnswer answer) => (answer as EntranceAnswer.Refused)?.Problem.Code;

    private static Operator Of(string name, string stamp) =>
        new() { Id = 1, Name = name, Role = OperatorRole.Viewer, PasswordHash = Hash, Stamp = stamp };
}
