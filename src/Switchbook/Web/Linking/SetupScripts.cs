namespace Switchbook.Web.Linking;

/// <summary>
/// Scripts that make the app registration with the least that is needed. Permissions are named by the IDs of their app roles
/// (Microsoft Graph permissions reference).
/// </summary>
internal static class SetupScripts
{
    private const string UserReadAll = "df021288-bdef-4463-88db-98f22de89214";
    private const string GroupMemberReadAll = "98830695-27a2-44f7-8c18-0c3ebc9698f6";

    /// <summary>For the Microsoft Graph PowerShell SDK.</summary>
    public static string PowerShell(bool forGroup) => $$"""
        Connect-MgGraph -Scopes Application.ReadWrite.All,AppRoleAssignment.ReadWrite.All -NoWelcome
        $roles = {{string.Join(", ", Roles(forGroup).Select(role => $"'{role}'"))}}
        $graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
        $access = @{ ResourceAppId = $graph.AppId; ResourceAccess = @($roles | ForEach-Object { @{ Id = $_; Type = 'Role' } }) }
        $app = New-MgApplication -DisplayName IPOSync -SignInAudience AzureADMyOrg -RequiredResourceAccess $access
        $principal = New-MgServicePrincipal -AppId $app.AppId
        foreach ($role in $roles) {
            New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal.Id -PrincipalId $principal.Id `
                -ResourceId $graph.Id -AppRoleId $role | Out-Null
        }
        $secret = Add-MgApplicationPassword -ApplicationId $app.Id -PasswordCredential @{
            DisplayName = 'switchbook'; EndDateTime = (Get-Date).AddMonths(12) }
        "Tenant ID:     $((Get-MgContext).TenantId)"
        "Client ID:     $($app.AppId)"
        "Client Secret: $($secret.SecretText)  (ends $($secret.EndDateTime))"
        """;

    /// <summary>For the Azure CLI, in a POSIX shell.</summary>
    public static string AzureCli(bool forGroup) => $"""
        az login --allow-no-subscriptions
        graph=00000003-0000-0000-c000-000000000000
        app=$(az ad app create --display-name IPOSync --sign-in-audience AzureADMyOrg --query appId -o tsv)
        az ad sp create --id "$app"
        az ad app permission add --id "$app" --api "$graph" --api-permissions {string.Join(' ', Roles(forGroup).Select(role => $"{role}=Role"))}
        sleep 30   # the new registration must have reached every part of the service
        az ad app permission admin-consent --id "$app"
        echo "Tenant ID:     $(az account show --query tenantId -o tsv)"
        echo "Client ID:     $app"
        echo "Client Secret: $(az ad app credential reset --id "$app" --append --display-name switchbook --years 1 --query password -o tsv)"
        """;

    private static IEnumerable<string> Roles(bool forGroup) => forGroup ? [UserReadAll, GroupMemberReadAll] : [UserReadAll];
}
