using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Conformance;

/// <summary>Microsoft's metadata of Graph v1.0, and a reader that refuses what is not of it.</summary>
public sealed class GraphMetadata
{
    private static readonly Lazy<IEdmModel> Model = new(Load);

    /// <summary>The declared properties of a type, inherited ones too.</summary>
    internal static HashSet<string> PropertiesOf(string type) =>
        ((IEdmStructuredType)Model.Value.FindDeclaredType($"microsoft.graph.{type}")).Properties()
            .Select(property => property.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads a list as one of <paramref name="set"/>; throws on a wrong type or an unknown one.</summary>
    internal static Task<int> ReadSetAsync(Answer answer, string set)
    {
        var entities = Model.Value.FindDeclaredEntitySet(set);
        return ReadAsync(answer, entities.EntityType, reader => reader.CreateODataResourceSetReaderAsync(entities, entities.EntityType));
    }

    /// <summary>Reads a list of objects of <paramref name="type"/> that no set of their own holds.</summary>
    internal static Task<int> ReadListAsync(Answer answer, string type)
    {
        var entity = (IEdmEntityType)Model.Value.FindDeclaredType(type);
        return ReadAsync(answer, entity, reader => reader.CreateODataResourceSetReaderAsync(entity));
    }

    /// <summary>Reads one object as one of <paramref name="set"/>.</summary>
    internal static Task<int> ReadOneAsync(Answer answer, string set)
    {
        var entities = Model.Value.FindDeclaredEntitySet(set);
        return ReadAsync(answer, entities.EntityType, reader => reader.CreateODataResourceReaderAsync(entities, entities.EntityType));
    }

    private static async Task<int> ReadAsync(Answer answer, IEdmEntityType type, Func<ODataMessageReader, Task<ODataReader>> create)
    {
        Assert.NotNull(type);
        using var messages = Open(answer);
        var reader = await create(messages);
        var resources = 0;
        while (await reader.ReadAsync())
        {
            resources += reader.State == ODataReaderState.ResourceEnd ? 1 : 0;
        }

        return resources;
    }

    private static ODataMessageReader Open(Answer answer) => new(
        (IODataResponseMessageAsync)new AnswerMessage(answer),
        new ODataMessageReaderSettings { Validations = ValidationKinds.All, BaseUri = new Uri("https://graph.microsoft.com/v1.0/"), MessageQuotas = { MaxReceivedMessageSize = 10_000_000 } },
        Model.Value);

    private static IEdmModel Load()
    {
        using var xml = XmlReader.Create(MicrosoftFiles.Require("v1.0-Prod.csdl"));
        Assert.True(CsdlReader.TryParse(xml, ignoreUnexpectedAttributesAndElements: true, out var model, out var errors), string.Join('\n', errors));
        return model;
    }
}
