// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/proxyreader.h"

#include "parser/base/quoting.h"
#include "parser/config/configfields.h"
#include "parser/config/secretdraft.h"
#include "parser/config/urlparts.h"

#include <array>

namespace sightglass {
namespace {

/// "proxy:3128" is an http proxy, whatever Go's parser takes for its scheme.
bool isOtherScheme(const UrlParts &url)
{
    return !url.host.empty() && !url.scheme.empty() && url.scheme != "http" && url.scheme != "https";
}

void readProxyUrl(const YamlNode &value, ProxyDraft &draft, ConfigReading &reading)
{
    readValue(value, draft.url, reading);
    if (reading.failed())
        return;
    const auto url = parseUrl(draft.url);
    if (!url)
        reading.refuseValue(value.position, url.error().arguments.front());
    else if (!draft.url.empty() && isOtherScheme(*url))
        reading.remark(value.position, ConfigLoss::OtherProxies, url->scheme);
}

void readConnectHeaders(const YamlNode &node, ProxyDraft &draft, ConfigReading &reading)
{
    draft.connectHeaders.clear();
    readMap(node, "config.ProxyHeader", reading,
            [&](std::string_view name, const YamlNode &key, const YamlNode &value) {
                if (!isFieldName(name))
                    reading.refuseValue(key.position, "invalid header field name " + goQuoted(name));
                auto &header = draft.connectHeaders.emplace_back(std::string(name), std::vector<Secret>());
                readSequence(value, "[]config.Secret", reading, [&](const YamlNode &item) {
                    std::string text;
                    readText(item, "config.Secret", text, reading);
                    if (!isFieldText(text))
                        reading.refuseValue(item.position,
                                            "invalid header field value for " + goQuoted(name));
                    header.second.emplace_back(SecretText{std::move(text)});
                });
            });
}

constexpr auto fields = std::to_array<ConfigField<ProxyDraft>>({
    {"proxy_url", readProxyUrl},
    {"no_proxy", intoMember<&ProxyDraft::noProxy>},
    {"proxy_from_environment", intoMember<&ProxyDraft::fromEnvironment>},
    {"proxy_connect_header", readConnectHeaders},
});

} // namespace

bool takeProxyField(std::string_view key, const YamlNode &value, ProxyDraft &draft, ConfigReading &reading)
{
    return takeField<ProxyDraft>(fields, key, value, draft, reading);
}

ProxyConfig finishedProxy(const ProxyDraft &draft, SourcePosition place, ConfigReading &reading)
{
    if (!draft.connectHeaders.empty() && !draft.fromEnvironment && draft.url.empty())
        reading.refuseValue(place, "if proxy_connect_header is configured, proxy_url or "
                                   "proxy_from_environment must also be configured");
    if (draft.fromEnvironment && !draft.url.empty())
        reading.refuseValue(place,
                            "if proxy_from_environment is configured, proxy_url must not be configured");
    if (draft.fromEnvironment && !draft.noProxy.empty())
        reading.refuseValue(place,
                            "if proxy_from_environment is configured, no_proxy must not be configured");
    if (draft.url.empty() && !draft.noProxy.empty())
        reading.refuseValue(place, "if no_proxy is configured, proxy_url must also be configured");
    return draft;
}

} // namespace sightglass
