// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sightglass {

/// A secret that lies in a file, read anew for each request, surrounding whitespace trimmed. The path is
/// absolute.
struct SecretFile
{
    std::string path;

    friend bool operator==(const SecretFile &, const SecretFile &) = default;
};

/// A secret that lies in the system's secret store under this key. What the user typed into the window
/// becomes one of these; settings hold the key.
struct SecretKey
{
    std::string key;

    friend bool operator==(const SecretKey &, const SecretKey &) = default;
};

/// A secret that a configuration file of the user's spells out. Never written anywhere, never shown.
struct SecretText
{
    std::string text;

    friend bool operator==(const SecretText &, const SecretText &) = default;
};

/// Where a secret is; none at all by default.
using Secret = std::variant<std::monostate, SecretText, SecretFile, SecretKey>;

struct BasicAuth
{
    std::string username;
    std::string usernameFile; ///< an absolute path; used where username is empty
    Secret password;

    friend bool operator==(const BasicAuth &, const BasicAuth &) = default;
};

/// "Authorization: <type> <credentials>".
struct Authorization
{
    std::string type = "Bearer"; ///< never "basic"
    Secret credentials;

    friend bool operator==(const Authorization &, const Authorization &) = default;
};

enum class TlsVersion : std::uint8_t
{
    Default, ///< 1.2, or what the system asks for
    Tls10,
    Tls11,
    Tls12,
    Tls13
};

/// Certificates and keys are PEM, inline or in files that are read again when they change.
struct TlsConfig
{
    std::string ca;
    std::string caFile;
    std::string certificate;
    std::string certificateFile;
    Secret key; ///< its PEM text, or the file that holds it
    std::string serverName;
    bool insecureSkipVerify = false;
    TlsVersion minVersion = TlsVersion::Default;
    TlsVersion maxVersion = TlsVersion::Default;

    friend bool operator==(const TlsConfig &, const TlsConfig &) = default;
};

/// Which proxy to ask; none by default, whatever the environment says.
struct ProxyConfig
{
    std::string url;
    std::string noProxy; ///< hosts, networks and domains, comma-separated, that are asked directly
    bool fromEnvironment = false;
    std::vector<std::pair<std::string, std::vector<Secret>>> connectHeaders;
    /// Of the user in `url`, where that has none of its own. Prometheus' files have no such field: it is what
    /// keeps a password typed into the window out of the settings.
    Secret password = {};

    friend bool operator==(const ProxyConfig &, const ProxyConfig &) = default;
};

/// OAuth 2, client credentials (RFC 6749, 4.4). The token is kept until it ends.
struct OAuth2
{
    std::string clientId;
    Secret clientSecret;
    std::string tokenUrl;
    std::vector<std::string> scopes;
    std::vector<std::pair<std::string, std::string>> endpointParams;
    TlsConfig tls;
    ProxyConfig proxy;

    friend bool operator==(const OAuth2 &, const OAuth2 &) = default;
};

/// A further request header; its values are sent one after the other.
struct HttpHeader
{
    std::string name; ///< none of Prometheus' reserved ones
    std::vector<Secret> values;

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

/// A parameter of the query whose value is a secret. Prometheus' files have no such: it is what keeps a token
/// that was typed into an address out of the settings.
struct SecretParameter
{
    std::string name;
    Secret value;

    friend bool operator==(const SecretParameter &, const SecretParameter &) = default;
};

/// How to ask over HTTP (scraping reference, section 10): scrapes, discovery. A value.
struct HttpClientConfig
{
    /// At most one.
    std::variant<std::monostate, BasicAuth, Authorization, OAuth2> authentication;
    TlsConfig tls;
    ProxyConfig proxy;
    std::vector<HttpHeader> headers;
    std::vector<SecretParameter> parameters; ///< behind those that the asked URL has
    bool followRedirects = true;

    friend bool operator==(const HttpClientConfig &, const HttpClientConfig &) = default;
};

} // namespace sightglass
