// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/httpclientconfig.h"
#include "parser/config/proxyreader.h"
#include "parser/config/secretdraft.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

struct BasicAuthDraft
{
    SecretDraft username; ///< text or file; no secret, but given in the same ways
    SecretDraft password;
};

struct AuthorizationDraft
{
    std::string type;
    SecretDraft credentials;
};

struct OAuth2Draft
{
    std::string clientId;
    SecretDraft clientSecret;
    std::string tokenUrl;
    std::string grantType;
    std::vector<std::string> scopes;
    std::vector<std::pair<std::string, std::string>> endpointParams;
    TlsConfig tls;
    ProxyDraft proxy;
    SourcePosition position;
};

/// All that a block says about authentication; it may be too much.
struct AuthenticationDraft
{
    std::optional<BasicAuthDraft> basic;
    std::optional<AuthorizationDraft> authorization;
    std::optional<OAuth2Draft> oauth2;
    std::string bearerToken;     ///< deprecated spelling of authorization.credentials
    std::string bearerTokenFile; ///< absolute; of authorization.credentials_file
};

/// True where the key is one of the authentication fields, whose value is then read.
[[nodiscard]] bool takeAuthenticationField(std::string_view key, const YamlNode &value,
                                           AuthenticationDraft &draft, ConfigReading &reading);

/// At most one way to authenticate, with at most one place for each secret.
[[nodiscard]] decltype(HttpClientConfig::authentication)
finishedAuthentication(const AuthenticationDraft &draft, SourcePosition place, ConfigReading &reading);

} // namespace sightglass
