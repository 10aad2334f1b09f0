// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/authenticationreader.h"
#include "parser/config/configreading.h"
#include "parser/config/httpclientconfig.h"
#include "parser/config/proxyreader.h"

#include <string_view>
#include <vector>

namespace sightglass {

/// The fields of prometheus/common's HTTPClientConfig as they stand in a block that has them inline, not yet
/// held to each other.
struct HttpClientDraft
{
    AuthenticationDraft authentication;
    TlsConfig tls;
    ProxyDraft proxy;
    std::vector<HttpHeader> headers;
    bool followRedirects = true;
};

/// True where the key is one of an HTTP client's, whose value is then read.
[[nodiscard]] bool takeHttpClientField(std::string_view key, const YamlNode &value, HttpClientDraft &draft,
                                       ConfigReading &reading);

/// Checks what the fields have to do with each other; errors at `place`, that of the block.
[[nodiscard]] HttpClientConfig finishedHttpClient(const HttpClientDraft &draft, SourcePosition place,
                                                  ConfigReading &reading);

} // namespace sightglass
