namespace Switchbook.Ldap.Schema;

/// <summary>The definitions of <see cref="LdapSchema.Standard"/>, as their documents give them.</summary>
internal static class StandardSchema
{
    private const string Text = "1.3.6.1.4.1.1466.115.121.1.15";
    private const string TextRules = "EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX " + Text;
    private const string Ia5Rules = "EQUALITY caseIgnoreIA5Match SUBSTR caseIgnoreIA5SubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.26";
    private const string TelephoneRules = "EQUALITY telephoneNumberMatch SUBSTR telephoneNumberSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.50";
    private const string NameRules = "EQUALITY distinguishedNameMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.12";
    private const string OidRules = "EQUALITY objectIdentifierMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.38";
    private const string TimeRules = "EQUALITY generalizedTimeMatch ORDERING generalizedTimeOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24";
    private const string AddressRules = "EQUALITY caseIgnoreListMatch SUBSTR caseIgnoreListSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.41";
    private const string ByServer = "NO-USER-MODIFICATION USAGE directoryOperation )";
    private const string ByServerOnce = "SINGLE-VALUE " + ByServer;

    public static IEnumerable<string> AttributeTypes { get; } =
    [
        // RFC 4512, the server's own
        "( 2.5.4.0 NAME 'objectClass' " + OidRules + " )",
        "( 2.5.4.1 NAME ( 'aliasedObjectName' 'aliasedEntryName' ) " + NameRules + " SINGLE-VALUE )",
        "( 2.5.18.1 NAME 'createTimestamp' " + TimeRules + " " + ByServerOnce,
        "( 2.5.18.2 NAME 'modifyTimestamp' " + TimeRules + " " + ByServerOnce,
        "( 2.5.18.3 NAME 'creatorsName' " + NameRules + " " + ByServerOnce,
        "( 2.5.18.4 NAME 'modifiersName' " + NameRules + " " + ByServerOnce,
        "( 2.5.18.9 NAME 'hasSubordinates' EQUALITY booleanMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.7 " + ByServerOnce,
        "( 2.5.18.10 NAME 'subschemaSubentry' " + NameRules + " " + ByServerOnce,
        "( 2.5.21.9 NAME 'structuralObjectClass' " + OidRules + " " + ByServerOnce,
        "( 2.5.21.4 NAME 'matchingRules' EQUALITY objectIdentifierFirstComponentMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.30 USAGE directoryOperation )",
        "( 2.5.21.5 NAME 'attributeTypes' EQUALITY objectIdentifierFirstComponentMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.3 USAGE directoryOperation )",
        "( 2.5.21.6 NAME 'objectClasses' EQUALITY objectIdentifierFirstComponentMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.37 USAGE directoryOperation )",
        "( 2.5.21.8 NAME 'matchingRuleUse' EQUALITY objectIdentifierFirstComponentMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.31 USAGE directoryOperation )",
        "( 1.3.6.1.4.1.1466.101.120.16 NAME 'ldapSyntaxes' EQUALITY objectIdentifierFirstComponentMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.54 USAGE directoryOperation )",
        "( 1.3.6.1.4.1.1466.101.120.5 NAME 'namingContexts' SYNTAX 1.3.6.1.4.1.1466.115.121.1.12 USAGE dSAOperation )",
        "( 1.3.6.1.4.1.1466.101.120.6 NAME 'altServer' SYNTAX 1.3.6.1.4.1.1466.115.121.1.26 USAGE dSAOperation )",
        "( 1.3.6.1.4.1.1466.101.120.7 NAME 'supportedExtension' SYNTAX 1.3.6.1.4.1.1466.115.121.1.38 USAGE dSAOperation )",
        "( 1.3.6.1.4.1.1466.101.120.13 NAME 'supportedControl' SYNTAX 1.3.6.1.4.1.1466.115.121.1.38 USAGE dSAOperation )",
        "( 1.3.6.1.4.1.1466.101.120.14 NAME 'supportedSASLMechanisms' SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 USAGE dSAOperation )",
        "( 1.3.6.1.4.1.1466.101.120.15 NAME 'supportedLDAPVersion' SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 USAGE dSAOperation )",
        "( 1.3.6.1.4.1.4203.1.3.5 NAME 'supportedFeatures' " + OidRules + " USAGE dSAOperation )",
        "( 1.3.6.1.1.4 NAME 'vendorName' EQUALITY caseExactMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE NO-USER-MODIFICATION USAGE dSAOperation )",
        "( 1.3.6.1.1.5 NAME 'vendorVersion' EQUALITY caseExactMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE NO-USER-MODIFICATION USAGE dSAOperation )",
        "( 1.3.6.1.1.16.4 NAME 'entryUUID' EQUALITY UUIDMatch ORDERING UUIDOrderingMatch SYNTAX 1.3.6.1.1.16.1 " + ByServerOnce,
        "( 1.3.6.1.1.20 NAME 'entryDN' " + NameRules + " " + ByServerOnce,
        "( 1.3.6.1.4.1.4203.666.1.25 NAME 'contextCSN' EQUALITY caseExactMatch SYNTAX " + Text + " " + ByServer,

        // RFC 4519
        "( 2.5.4.41 NAME 'name' " + TextRules + " )",
        "( 2.5.4.3 NAME ( 'cn' 'commonName' ) SUP name )",
        "( 2.5.4.4 NAME ( 'sn' 'surname' ) SUP name )",
        "( 2.5.4.42 NAME ( 'givenName' 'gn' ) SUP name )",
        "( 2.5.4.43 NAME 'initials' SUP name )",
        "( 2.5.4.44 NAME 'generationQualifier' SUP name )",
        "( 2.5.4.12 NAME 'title' SUP name )",
        "( 2.5.4.10 NAME ( 'o' 'organizationName' ) SUP name )",
        "( 2.5.4.11 NAME ( 'ou' 'organizationalUnitName' ) SUP name )",
        "( 2.5.4.7 NAME ( 'l' 'localityName' ) SUP name )",
        "( 2.5.4.8 NAME ( 'st' 'stateOrProvinceName' ) SUP name )",
        "( 2.5.4.6 NAME ( 'c' 'countryName' ) SUP name SYNTAX 1.3.6.1.4.1.1466.115.121.1.11 SINGLE-VALUE )",
        "( 2.5.4.5 NAME 'serialNumber' " + TextRules + " )",
        "( 2.5.4.9 NAME ( 'street' 'streetAddress' ) " + TextRules + " )",
        "( 2.5.4.13 NAME 'description' " + TextRules + " )",
        "( 2.5.4.15 NAME 'businessCategory' " + TextRules + " )",
        "( 2.5.4.16 NAME 'postalAddress' " + AddressRules + " )",
        "( 2.5.4.17 NAME 'postalCode' " + TextRules + " )",
        "( 2.5.4.18 NAME 'postOfficeBox' " + TextRules + " )",
        "( 2.5.4.19 NAME 'physicalDeliveryOfficeName' " + TextRules + " )",
        "( 2.5.4.20 NAME 'telephoneNumber' " + TelephoneRules + " )",
        "( 2.5.4.23 NAME ( 'facsimileTelephoneNumber' 'fax' ) " + TelephoneRules + " )",
        "( 2.5.4.25 NAME 'internationalISDNNumber' EQUALITY numericStringMatch SUBSTR numericStringSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.36 )",
        "( 2.5.4.26 NAME 'registeredAddress' SUP postalAddress )",
        "( 2.5.4.49 NAME 'distinguishedName' " + NameRules + " )",
        "( 2.5.4.31 NAME 'member' SUP distinguishedName )",
        "( 2.5.4.34 NAME 'seeAlso' SUP distinguishedName )",
        "( 2.5.4.35 NAME 'userPassword' EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 )",
        "( 0.9.2342.19200300.100.1.1 NAME ( 'uid' 'userid' ) " + TextRules + " )",
        "( 0.9.2342.19200300.100.1.25 NAME ( 'dc' 'domainComponent' ) " + Ia5Rules + " SINGLE-VALUE )",

        // RFC 4524
        "( 0.9.2342.19200300.100.1.3 NAME ( 'mail' 'rfc822Mailbox' ) " + Ia5Rules + " )",
        "( 0.9.2342.19200300.100.1.4 NAME 'info' " + TextRules + " )",
        "( 0.9.2342.19200300.100.1.6 NAME 'roomNumber' " + TextRules + " )",
        "( 0.9.2342.19200300.100.1.10 NAME 'manager' " + NameRules + " )",
        "( 0.9.2342.19200300.100.1.20 NAME ( 'homePhone' 'homeTelephoneNumber' ) " + TelephoneRules + " )",
        "( 0.9.2342.19200300.100.1.21 NAME 'secretary' " + NameRules + " )",
        "( 0.9.2342.19200300.100.1.39 NAME 'homePostalAddress' " + AddressRules + " )",
        "( 0.9.2342.19200300.100.1.41 NAME ( 'mobile' 'mobileTelephoneNumber' ) " + TelephoneRules + " )",
        "( 0.9.2342.19200300.100.1.42 NAME ( 'pager' 'pagerTelephoneNumber' ) " + TelephoneRules + " )",
        "( 0.9.2342.19200300.100.1.43 NAME ( 'co' 'friendlyCountryName' ) " + TextRules + " )",

        // RFC 2798 and 2079
        "( 2.16.840.1.113730.3.1.2 NAME 'departmentNumber' " + TextRules + " )",
        "( 2.16.840.1.113730.3.1.3 NAME 'employeeNumber' " + TextRules + " SINGLE-VALUE )",
        "( 2.16.840.1.113730.3.1.4 NAME 'employeeType' " + TextRules + " )",
        "( 2.16.840.1.113730.3.1.39 NAME 'preferredLanguage' " + TextRules + " SINGLE-VALUE )",
        "( 2.16.840.1.113730.3.1.241 NAME 'displayName' " + TextRules + " SINGLE-VALUE )",
        "( 0.9.2342.19200300.100.1.60 NAME 'jpegPhoto' SYNTAX 1.3.6.1.4.1.1466.115.121.1.28 )",
        "( 1.3.6.1.4.1.250.1.57 NAME 'labeledURI' EQUALITY caseExactMatch SYNTAX " + Text + " )",

        // What phones ask for by these names, as directories of other makers define it
        "( 1.2.840.113556.1.4.721 NAME 'ipPhone' " + TextRules + " SINGLE-VALUE )",
        "( 1.2.840.113556.1.2.146 NAME 'company' " + TextRules + " SINGLE-VALUE )",
        "( 1.2.840.113556.1.2.141 NAME 'department' " + TextRules + " SINGLE-VALUE )",
    ];

    public static IEnumerable<string> ObjectClasses { get; } =
    [
        "( 2.5.6.0 NAME 'top' ABSTRACT MUST objectClass )",
        "( 2.5.6.1 NAME 'alias' SUP top STRUCTURAL MUST aliasedObjectName )",
        "( 2.5.20.1 NAME 'subschema' AUXILIARY MAY ( attributeTypes $ objectClasses $ matchingRules $ matchingRuleUse ) )",
        "( 2.5.17.0 NAME 'subentry' SUP top STRUCTURAL MUST cn )",
        "( 1.3.6.1.4.1.1466.101.120.111 NAME 'extensibleObject' SUP top AUXILIARY )",
        "( 2.5.6.4 NAME 'organization' SUP top STRUCTURAL MUST o MAY ( userPassword $ seeAlso $ businessCategory $ street $ postOfficeBox $ postalCode $ postalAddress $ physicalDeliveryOfficeName $ st $ l $ description $ telephoneNumber $ facsimileTelephoneNumber ) )",
        "( 2.5.6.5 NAME 'organizationalUnit' SUP top STRUCTURAL MUST ou MAY ( userPassword $ seeAlso $ businessCategory $ street $ postOfficeBox $ postalCode $ postalAddress $ physicalDeliveryOfficeName $ st $ l $ description $ telephoneNumber $ facsimileTelephoneNumber ) )",
        "( 2.5.6.6 NAME 'person' SUP top STRUCTURAL MUST ( sn $ cn ) MAY ( userPassword $ telephoneNumber $ seeAlso $ description ) )",
        "( 2.5.6.7 NAME 'organizationalPerson' SUP person STRUCTURAL MAY ( title $ registeredAddress $ internationalISDNNumber $ facsimileTelephoneNumber $ street $ postOfficeBox $ postalCode $ postalAddress $ physicalDeliveryOfficeName $ ou $ st $ l ) )",
        "( 2.16.840.1.113730.3.2.2 NAME 'inetOrgPerson' SUP organizationalPerson STRUCTURAL MAY ( businessCategory $ departmentNumber $ displayName $ employeeNumber $ employeeType $ givenName $ homePhone $ homePostalAddress $ initials $ jpegPhoto $ labeledURI $ mail $ manager $ mobile $ o $ pager $ preferredLanguage $ roomNumber $ secretary $ uid ) )",
        "( 2.5.6.9 NAME 'groupOfNames' SUP top STRUCTURAL MUST ( member $ cn ) MAY ( businessCategory $ seeAlso $ ou $ o $ description ) )",
        "( 2.5.6.8 NAME 'organizationalRole' SUP top STRUCTURAL MUST cn MAY ( telephoneNumber $ facsimileTelephoneNumber $ seeAlso $ ou $ st $ l $ description ) )",
        "( 1.3.6.1.4.1.1466.344 NAME 'dcObject' SUP top AUXILIARY MUST dc )",
        "( 0.9.2342.19200300.100.4.13 NAME 'domain' SUP top STRUCTURAL MUST dc MAY ( userPassword $ seeAlso $ businessCategory $ street $ postOfficeBox $ postalCode $ postalAddress $ physicalDeliveryOfficeName $ st $ l $ description $ o $ telephoneNumber ) )",
    ];
}
