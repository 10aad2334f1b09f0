// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/oauth2reader.h"

#include "parser/config/configfields.h"
#include "parser/config/tlsreader.h"

#include <array>

namespace sightglass {
namespace {

void readSecretFile(const YamlNode &value, OAuth2Draft &draft, ConfigReading &reading)
{
    readValue(value, draft.clientSecret.file, reading);
    draft.clientSecret.file = reading.absolutePath(draft.clientSecret.file);
}

void readSecretReference(const YamlNode &value, OAuth2Draft &draft, ConfigReading &reading)
{
    readValue(value, draft.clientSecret.reference, reading);
    reading.remark(value.position, ConfigLoss::SecretManager);
}

void readGrantType(const YamlNode &value, OAuth2Draft &draft, ConfigReading &reading)
{
    readValue(value, draft.grantType, reading);
    if (!draft.grantType.empty() && draft.grantType != "client_credentials")
        reading.remark(value.position, ConfigLoss::OtherGrants);
}

void readEndpointParams(const YamlNode &node, OAuth2Draft &draft, ConfigReading &reading)
{
    draft.endpointParams.clear();
    readMap(node, "map[string]string", reading,
            [&](std::string_view name, const YamlNode &, const YamlNode &value) {
                readValue(value, draft.endpointParams.emplace_back(std::string(name), std::string()).second,
                          reading);
            });
}

/// What only the grant by a signed assertion (RFC 7523) needs.
void remarkAssertion(const YamlNode &value, OAuth2Draft &, ConfigReading &reading)
{
    reading.remark(value.position, ConfigLoss::OtherGrants);
}

constexpr auto fields = std::to_array<ConfigField<OAuth2Draft>>({
    {"client_id", intoMember<&OAuth2Draft::clientId>},
    {"client_secret", [](const YamlNode &value, OAuth2Draft &draft,
                         ConfigReading &reading) { readValue(value, draft.clientSecret.text, reading); }},
    {"client_secret_file", readSecretFile},
    {"client_secret_ref", readSecretReference},
    {"client_certificate_key_id", remarkAssertion},
    {"client_certificate_key", remarkAssertion},
    {"client_certificate_key_file", remarkAssertion},
    {"client_certificate_key_ref", remarkAssertion},
    {"signature_algorithm", remarkAssertion},
    {"iss", remarkAssertion},
    {"audience", remarkAssertion},
    {"claims", remarkAssertion},
    {"grant_type", readGrantType},
    {"scopes", intoMember<&OAuth2Draft::scopes>},
    {"token_url", intoMember<&OAuth2Draft::tokenUrl>},
    {"endpoint_params", readEndpointParams},
    {"tls_config", [](const YamlNode &value, OAuth2Draft &draft,
                      ConfigReading &reading) { draft.tls = readTlsConfig(value, reading); }},
});

} // namespace

std::optional<OAuth2Draft> readOAuth2(const YamlNode &node, ConfigReading &reading)
{
    if (node.kind == YamlKind::Null)
        return {};
    OAuth2Draft draft;
    draft.position = node.position;
    readFields(node, "config.OAuth2", reading, [&](std::string_view key, const YamlNode &value) {
        return takeField<OAuth2Draft>(fields, key, value, draft, reading) ||
               takeProxyField(key, value, draft.proxy, reading);
    });
    return draft;
}

OAuth2 finishedOAuth2(const OAuth2Draft &draft, ConfigReading &reading)
{
    if (draft.clientId.empty())
        reading.refuseValue(draft.position, "oauth2 client_id must be configured");
    if (draft.tokenUrl.empty())
        reading.refuseValue(draft.position, "oauth2 token_url must be configured");
    if (draft.clientSecret.ways() > 1)
        reading.refuseValue(draft.position,
                            "at most one of oauth2 client_secret, client_secret_file & client_secret_ref "
                            "must be configured");
    OAuth2 oauth2;
    oauth2.clientId = draft.clientId;
    oauth2.clientSecret = secretOf(draft.clientSecret);
    oauth2.tokenUrl = draft.tokenUrl;
    oauth2.scopes = draft.scopes;
    oauth2.endpointParams = draft.endpointParams;
    oauth2.tls = draft.tls;
    oauth2.proxy = finishedProxy(draft.proxy, draft.position, reading);
    return oauth2;
}

} // namespace sightglass
