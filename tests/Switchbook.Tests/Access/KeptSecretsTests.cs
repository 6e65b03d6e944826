using Switchbook.Access;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Tests.Access;

public sealed class KeptSecretsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("switchbook-kept-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("755", "700", "644", true)]
    [InlineData("700", "755", "644", true)]
    [InlineData("755", "755", "600", true)]
    [InlineData("755", "755", "644", false)]
    [InlineData("750", "750", "640", false)]
    [InlineData("755", "710", "604", false)]
    public void Nothing_starts_where_others_can_read_the_keys(string root, string keys, string file, bool starts)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        var data = new DataDirectory(_directory);
        var key = Path.Combine(data.Subdirectory("keys"), "key-1.xml");
        File.WriteAllText(key, "secret");
        Set(key, file);
        Set(Path.GetDirectoryName(key)!, keys);
        Set(_directory, root);

        var refused = Record.Exception(() => KeptSecrets.Check(data));

        Assert.Equal(starts ? null : "SB-ACCESS-007", (refused as ProblemException)?.Problem.Code);
    }

    private static void Set(string path, string octal)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(octal, 8));
        }
    }
}
