// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/authenticationreader.h"

#include "parser/base/asciicase.h"
#include "parser/base/trimmed.h"
#include "parser/config/configfields.h"
#include "parser/config/oauth2reader.h"

#include <array>

namespace sightglass {
namespace {

template<auto Part>
constexpr auto intoText = [](const YamlNode &value, auto &draft, ConfigReading &reading) {
    readValue(value, (draft.*Part).text, reading);
};

template<auto Part>
constexpr auto intoFile = [](const YamlNode &value, auto &draft, ConfigReading &reading) {
    readValue(value, (draft.*Part).file, reading);
    (draft.*Part).file = reading.absolutePath((draft.*Part).file);
};

template<auto Part>
constexpr auto intoReference = [](const YamlNode &value, auto &draft, ConfigReading &reading) {
    readValue(value, (draft.*Part).reference, reading);
    reading.remark(value.position, ConfigLoss::SecretManager);
};

constexpr auto basicFields = std::to_array<ConfigField<BasicAuthDraft>>({
    {"username", intoText<&BasicAuthDraft::username>},
    {"username_file", intoFile<&BasicAuthDraft::username>},
    {"username_ref", intoReference<&BasicAuthDraft::username>},
    {"password", intoText<&BasicAuthDraft::password>},
    {"password_file", intoFile<&BasicAuthDraft::password>},
    {"password_ref", intoReference<&BasicAuthDraft::password>},
});

constexpr auto authorizationFields = std::to_array<ConfigField<AuthorizationDraft>>({
    {"type", intoMember<&AuthorizationDraft::type>},
    {"credentials", intoText<&AuthorizationDraft::credentials>},
    {"credentials_file", intoFile<&AuthorizationDraft::credentials>},
    {"credentials_ref", intoReference<&AuthorizationDraft::credentials>},
});

void readBasic(const YamlNode &node, AuthenticationDraft &draft, ConfigReading &reading)
{
    draft.basic.reset();
    if (node.kind != YamlKind::Null)
        readFields<BasicAuthDraft>(node, "config.plain", basicFields, draft.basic.emplace(), reading);
}

void readAuthorization(const YamlNode &node, AuthenticationDraft &draft, ConfigReading &reading)
{
    draft.authorization.reset();
    if (node.kind != YamlKind::Null)
        readFields<AuthorizationDraft>(node, "config.Authorization", authorizationFields,
                                       draft.authorization.emplace(), reading);
}

constexpr auto fields = std::to_array<ConfigField<AuthenticationDraft>>({
    {"basic_auth", readBasic},
    {"authorization", readAuthorization},
    {"oauth2", [](const YamlNode &value, AuthenticationDraft &draft,
                  ConfigReading &reading) { draft.oauth2 = readOAuth2(value, reading); }},
    {"bearer_token", intoMember<&AuthenticationDraft::bearerToken>},
    {"bearer_token_file", intoPath<&AuthenticationDraft::bearerTokenFile>},
});

constexpr std::string_view goSpaces = " \t\n\v\f\r"; ///< of strings.TrimSpace()

/// The text of what there is too much of, if anything.
std::string_view excess(const AuthenticationDraft &draft)
{
    const bool bearer = !draft.bearerToken.empty() || !draft.bearerTokenFile.empty();
    if (!draft.bearerToken.empty() && !draft.bearerTokenFile.empty())
        return "at most one of bearer_token & bearer_token_file must be configured";
    if ((draft.basic || draft.oauth2) && bearer)
        return "at most one of basic_auth, oauth2, bearer_token & bearer_token_file must be configured";
    if (draft.basic && draft.basic->username.ways() > 1)
        return "at most one of basic_auth username, username_file & username_ref must be configured";
    if (draft.basic && draft.basic->password.ways() > 1)
        return "at most one of basic_auth password, password_file & password_ref must be configured";
    if (draft.authorization && bearer)
        return "authorization is not compatible with bearer_token & bearer_token_file";
    if (draft.authorization && draft.authorization->credentials.ways() > 1)
        return "at most one of authorization credentials & credentials_file must be configured";
    if (draft.authorization && asciiLower(trimmed(draft.authorization->type, goSpaces)) == "basic")
        return R"(authorization type cannot be set to "basic", use "basic_auth" instead)";
    if ((draft.authorization && (draft.basic || draft.oauth2)) || (draft.oauth2 && draft.basic))
        return "at most one of basic_auth, oauth2 & authorization must be configured";
    return {};
}

Authorization finishedAuthorization(const AuthorizationDraft &draft)
{
    const std::string_view type = trimmed(draft.type, goSpaces);
    return {type.empty() ? "Bearer" : std::string(type), secretOf(draft.credentials)};
}

} // namespace

bool takeAuthenticationField(std::string_view key, const YamlNode &value, AuthenticationDraft &draft,
                             ConfigReading &reading)
{
    return takeField<AuthenticationDraft>(fields, key, value, draft, reading);
}

decltype(HttpClientConfig::authentication)
finishedAuthentication(const AuthenticationDraft &draft, SourcePosition place, ConfigReading &reading)
{
    if (const std::string_view text = excess(draft); !text.empty())
        reading.refuseValue(place, std::string(text));
    if (draft.basic)
        return BasicAuth{draft.basic->username.text, draft.basic->username.file,
                         secretOf(draft.basic->password)};
    if (draft.oauth2)
        return finishedOAuth2(*draft.oauth2, reading);
    AuthorizationDraft authorization = draft.authorization.value_or(AuthorizationDraft{});
    if (!draft.authorization) {
        authorization.credentials.text = draft.bearerToken;
        authorization.credentials.file = draft.bearerTokenFile;
        if (authorization.credentials.empty())
            return std::monostate{};
    }
    if (!isFieldText(authorization.type) || !isFieldText(authorization.credentials.text))
        reading.refuseValue(place, "invalid header field value for \"Authorization\"");
    return finishedAuthorization(authorization);
}

} // namespace sightglass
