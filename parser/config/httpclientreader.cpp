// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/httpclientreader.h"

#include "parser/config/configfields.h"
#include "parser/config/headersreader.h"
#include "parser/config/tlsreader.h"

#include <array>

namespace sightglass {
namespace {

void readHttp2(const YamlNode &value, HttpClientDraft &, ConfigReading &reading)
{
    bool enabled = false;
    readValue(value, enabled, reading);
    if (enabled)
        reading.remark(value.position, ConfigLoss::Http2);
}

constexpr auto fields = std::to_array<ConfigField<HttpClientDraft>>({
    {"tls_config", [](const YamlNode &value, HttpClientDraft &draft,
                      ConfigReading &reading) { draft.tls = readTlsConfig(value, reading); }},
    {"http_headers", [](const YamlNode &value, HttpClientDraft &draft,
                        ConfigReading &reading) { draft.headers = readHttpHeaders(value, reading); }},
    {"follow_redirects", intoMember<&HttpClientDraft::followRedirects>},
    {"enable_http2", readHttp2},
});

} // namespace

bool takeHttpClientField(std::string_view key, const YamlNode &value, HttpClientDraft &draft,
                         ConfigReading &reading)
{
    return takeField<HttpClientDraft>(fields, key, value, draft, reading) ||
           takeAuthenticationField(key, value, draft.authentication, reading) ||
           takeProxyField(key, value, draft.proxy, reading);
}

HttpClientConfig finishedHttpClient(const HttpClientDraft &draft, SourcePosition place,
                                    ConfigReading &reading)
{
    HttpClientConfig client;
    client.authentication = finishedAuthentication(draft.authentication, place, reading);
    client.tls = draft.tls;
    client.proxy = finishedProxy(draft.proxy, place, reading);
    client.headers = draft.headers;
    client.followRedirects = draft.followRedirects;
    return client;
}

} // namespace sightglass
