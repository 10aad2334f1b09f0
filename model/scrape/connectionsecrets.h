// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/config/httpclientconfig.h"
#include "parser/http/headerfields.h"

#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// The PEM texts behind a TlsConfig, as they are at this moment. Empty: none.
struct TlsMaterial
{
    std::string ca;
    std::string certificate;
    std::string key;

    friend bool operator==(const TlsMaterial &, const TlsMaterial &) = default;
};

/// How to reach servers, with all secrets looked up.
struct Route
{
    TlsConfig tls;
    TlsMaterial material;
    ProxyConfig proxy;
    http::HeaderFields connectHeaders;
};

/// What is to be looked up, files and inline texts alike: `tls` and `proxy` of a route, and the headers of a
/// client. The functions below take the texts in the same order from the front of `texts`.
void listSecrets(const TlsConfig &tls, const ProxyConfig &proxy, std::vector<Secret> &secrets);
void listSecrets(const HttpClientConfig &client, std::vector<Secret> &secrets);

/// Unsupported where a header would not be one; the value is not told.
[[nodiscard]] Result<Route> takeRoute(const TlsConfig &tls, const ProxyConfig &proxy,
                                      std::span<const std::string> &texts);

/// The secret parameters of a client, encoded and joined by &; takes what takeHeaders() has left.
[[nodiscard]] std::string takeParameters(const HttpClientConfig &client, std::span<const std::string> &texts);

/// Authorization, but by OAuth 2, and the further headers of a client. Errors as takeRoute().
[[nodiscard]] Result<http::HeaderFields> takeHeaders(const HttpClientConfig &client,
                                                     std::span<const std::string> &texts);

} // namespace sightglass
