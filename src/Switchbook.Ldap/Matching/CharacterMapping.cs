using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Switchbook.Ldap.Matching;

/// <summary>Maps single characters (RFC 4518, section 2.2) and composes letters with marks (section 2.3).</summary>
internal static class CharacterMapping
{
    /// <summary>For each combining mark its letters, and after the bar what they become.</summary>
    private static readonly (char Mark, string Letters, string Composed)[] Compositions =
    [
        ('\u0300', "aeiounwyAEIOUNWY", "àèìòùǹẁỳÀÈÌÒÙǸẀỲ"),
        ('\u0301', "aeiouyclnrszgkmpwAEIOUYCLNRSZGKMPW", "áéíóúýćĺńŕśźǵḱḿṕẃÁÉÍÓÚÝĆĹŃŔŚŹǴḰḾṔẂ"),
        ('\u0302', "aeioucghjswyzAEIOUCGHJSWYZ", "âêîôûĉĝĥĵŝŵŷẑÂÊÎÔÛĈĜĤĴŜŴŶẐ"),
        ('\u0303', "aeionuvyAEIONUVY", "ãẽĩõñũṽỹÃẼĨÕÑŨṼỸ"),
        ('\u0304', "aeiouygAEIOUYG", "āēīōūȳḡĀĒĪŌŪȲḠ"),
        ('\u0306', "aegiouAEGIOU", "ăĕğĭŏŭĂĔĞĬŎŬ"),
        ('\u0307', "acegzbdfhmnprstwxyACEGIZBDFHMNPRSTWXY", "ȧċėġżḃḋḟḣṁṅṗṙṡṫẇẋẏȦĊĖĠİŻḂḊḞḢṀṄṖṘṠṪẆẊẎ"),
        ('\u0308', "aeiouyhtwxAEIOUYHWX", "äëïöüÿḧẗẅẍÄËÏÖÜŸḦẄẌ"),
        ('\u0309', "aeiouyAEIOUY", "ảẻỉỏủỷẢẺỈỎỦỶ"),
        ('\u030A', "auwyAU", "åůẘẙÅŮ"),
        ('\u030B', "ouOU", "őűŐŰ"),
        ('\u030C', "cdelnrstzagiouhjkCDELNRSTZAGIOUHK", "čďěľňřšťžǎǧǐǒǔȟǰǩČĎĚĽŇŘŠŤŽǍǦǏǑǓȞǨ"),
        ('\u031B', "ouOU", "ơưƠƯ"),
        ('\u0323', "aeiouybdhklmnrstvwzAEIOUYBDHKLMNRSTVWZ", "ạẹịọụỵḅḍḥḳḷṃṇṛṣṭṿẉẓẠẸỊỌỤỴḄḌḤḲḶṂṆṚṢṬṾẈẒ"),
        ('\u0326', "stST", "șțȘȚ"),
        ('\u0327', "cgklnrstehdCGKLNRSTEHD", "çģķļņŗşţȩḩḑÇĢĶĻŅŖŞŢȨḨḐ"),
        ('\u0328', "aeiouAEIOU", "ąęįǫųĄĘĮǪŲ"),
        ('\u0301', "âêôăơưüÂÊÔĂƠƯÜ", "ấếốắớứǘẤẾỐẮỚỨǗ"),
        ('\u0300', "âêôăơưüÂÊÔĂƠƯÜ", "ầềồằờừǜẦỀỒẰỜỪǛ"),
        ('\u0303', "âêôăơưÂÊÔĂƠƯ", "ẫễỗẵỡữẪỄỖẴỠỮ"),
        ('\u0309', "âêôăơưÂÊÔĂƠƯ", "ẩểổẳởửẨỂỔẲỞỬ"),
        ('\u0323', "ăơưĂƠƯ", "ặợựẶỢỰ"),
        ('\u0302', "ạẹọẠẸỌ", "ậệộẬỆỘ"),
    ];

    private static readonly FrozenDictionary<(int Letter, int Mark), Rune> Composed = Compositions
        .SelectMany(row => row.Letters.Zip(row.Composed, (letter, composed) => ((int)letter, (int)row.Mark, new Rune(composed))))
        .ToFrozenDictionary(item => (item.Item1, item.Item2), item => item.Item3);

    /// <summary>The character to compare: a plain space for every space, 0 for what has no meaning, ASCII for full-width forms.</summary>
    public static Rune Map(Rune rune) => rune.Value switch
    {
        ' ' or (>= 0x09 and <= 0x0D) or 0x85 => (Rune)' ',
        < 0x20 or (>= 0x7F and <= 0x9F) or 0xAD or 0x34F or 0x1806 or 0xFEFF or 0xFFFC => default,
        < 0x300 and not 0xA0 => rune,
        >= 0x180B and <= 0x180D or (>= 0xFE00 and <= 0xFE0F) => default,
        >= 0xFF01 and <= 0xFF5E => new Rune(rune.Value - 0xFEE0),
        _ => MapByCategory(rune),
    };

    public static bool IsHyphen(Rune rune) =>
        rune.Value is '-' or 0x058A or 0x2010 or 0x2011 or 0x2212 or 0xFE63 or 0xFF0D;

    public static bool TryCompose(Rune letter, Rune mark, out Rune composed)
    {
        composed = default;
        return mark.Value is >= 0x300 and <= 0x328 && Composed.TryGetValue((letter.Value, mark.Value), out composed);
    }

    private static Rune MapByCategory(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => (Rune)' ',
        UnicodeCategory.Control or UnicodeCategory.Format => default,
        _ => rune,
    };
}
