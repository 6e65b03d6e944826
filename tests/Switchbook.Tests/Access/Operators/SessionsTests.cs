using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Switchbook.Access.Operators;
using Switchbook.Web.SignIn;

namespace Switchbook.Tests.Access.Operators;

public sealed class SessionsTests
{
    private static readonly Operator Maria =
        new() { Id = 1, Name = "Maria", Role = OperatorRole.Operator, PasswordHash = "", Stamp = "1" };

    private readonly FakeTimeProvider _time = new();
    private readonly CurrentOperators _operators = new();
    private readonly Sessions _sessions;

    public SessionsTests()
    {
        var options = new OperatorOptions { IdleTimeout = TimeSpan.FromMinutes(30), SessionLength = TimeSpan.FromHours(8) };
        _sessions = new(_operators, Options.Create(options), _time);
        _operators.Publish([Maria]);
    }

    [Fact]
    public void A_session_ends_when_nothing_was_done_for_a_while_and_looking_is_not_doing()
    {
        var who = _sessions.Open(Maria);
        Assert.True(_sessions.Use(who));
        _time.Advance(TimeSpan.FromMinutes(29));
        Assert.True(_sessions.Stands(who));

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(_sessions.Use(who));
        Assert.False(_sessions.Stands(who));
    }

    [Fact]
    public void A_session_that_is_used_ends_at_its_length()
    {
        var who = _sessions.Open(Maria);
        for (var minutes = 0; minutes < 8 * 60; minutes += 20)
        {
            Assert.True(_sessions.Use(who));
            _time.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.False(_sessions.Use(who));
    }

    [Fact]
    public void A_session_ends_with_its_stamp_and_one_that_was_left_ends_alone()
    {
        var (desk, phone) = (_sessions.Open(Maria), _sessions.Open(Maria));
        _sessions.End(desk);
        Assert.False(_sessions.Use(desk));
        Assert.True(_sessions.Use(phone));

        _operators.Publish([Maria with { Stamp = "2" }]);
        Assert.False(_sessions.Stands(phone));
    }

    [Fact]
    public void This_computer_is_in_only_while_it_is_known_that_there_is_no_operator()
    {
        var here = Caller.OnThisComputer(OperatorRole.Administrator);
        Assert.False(_sessions.Stands(here));

        _operators.Publish([]);
        Assert.True(_sessions.Use(here));

        Assert.False(new Sessions(new(), Options.Create(new OperatorOptions()), _time).Stands(here));
    }

    [Fact]
    public void A_role_holds_those_below_it()
    {
        var who = _sessions.Open(Maria);

        Assert.Equal([true, true, false], Enum.GetValues<OperatorRole>().Select(role => who.May(role)));
    }

    [Fact]
    public async Task What_a_window_sends_is_dropped_once_its_session_has_ended()
    {
        var who = _sessions.Open(Maria);
        var heard = 0;
        var guard = new WindowGuard(_sessions, new Fixed(who)).CreateInboundActivityHandler(_ =>
        {
            heard++;
            return Task.CompletedTask;
        });

        await guard(null!);
        _operators.Publish([]);
        await guard(null!);

        Assert.Equal(1, heard);
    }

    private sealed class Fixed(ClaimsPrincipal who) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(who));
    }
}
