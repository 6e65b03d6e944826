using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Switchbook.Storage;

/// <summary>Times as whole milliseconds since 1970 (UTC): they sort and compare alike in every database.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
