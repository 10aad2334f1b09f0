// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/discoveryreader.h"

#include "parser/base/asciicase.h"
#include "parser/base/quoting.h"
#include "parser/config/configfields.h"
#include "parser/config/filepattern.h"
#include "parser/config/httpclientreader.h"
#include "parser/config/targetgroupreader.h"
#include "parser/config/unsupportedfields.h"
#include "parser/config/urlparts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

constexpr auto fileFields = std::to_array<ConfigField<FileDiscovery>>({
    {"files", intoMember<&FileDiscovery::files>},
    {"refresh_interval", intoDuration<&FileDiscovery::refreshMs>},
});

/// Null or 0 would stop Prometheus; here it is the default.
void repairInterval(std::int64_t &interval, std::int64_t byDefault)
{
    if (interval == 0)
        interval = byDefault;
}

FileDiscovery readFileDiscovery(const YamlNode &node, ConfigReading &reading)
{
    FileDiscovery discovery;
    readFields<FileDiscovery>(node, "file.plain", fileFields, discovery, reading);
    if (discovery.files.empty())
        reading.refuseValue(node.position,
                            "file service discovery config must contain at least one path name");
    for (std::string &file : discovery.files) {
        if (!isDiscoveryFilePattern(file))
            reading.refuseValue(node.position,
                                "path name " + goQuoted(file) + " is not valid for file discovery");
        file = reading.absolutePath(file);
    }
    repairInterval(discovery.refreshMs, FileDiscovery().refreshMs);
    return discovery;
}

constexpr auto httpFields = std::to_array<ConfigField<HttpDiscovery>>({
    {"url", intoMember<&HttpDiscovery::url>},
    {"refresh_interval", intoDuration<&HttpDiscovery::refreshMs>},
});

void checkUrl(const std::string &url, SourcePosition place, ConfigReading &reading)
{
    if (url.empty())
        return reading.refuseValue(place, "URL is missing");
    const auto parts = parseUrl(url);
    if (!parts)
        return reading.refuseValue(place, parts.error().arguments.front());
    if (parts->scheme != "http" && parts->scheme != "https")
        reading.refuseValue(place, "URL scheme must be 'http' or 'https'");
    if (parts->host.empty())
        reading.refuseValue(place, "host is missing in URL");
}

HttpDiscovery readHttpDiscovery(const YamlNode &node, ConfigReading &reading)
{
    HttpDiscovery discovery;
    HttpClientDraft client;
    readFields(node, "http.plain", reading, [&](std::string_view key, const YamlNode &value) {
        return takeField<HttpDiscovery>(httpFields, key, value, discovery, reading) ||
               takeHttpClientField(key, value, client, reading);
    });
    checkUrl(discovery.url, node.position, reading);
    discovery.client = finishedHttpClient(client, node.position, reading);
    repairInterval(discovery.refreshMs, HttpDiscovery().refreshMs);
    return discovery;
}

struct DnsDraft
{
    DnsDiscovery discovery;
    std::string type = "SRV";
    std::int64_t port = 0;
};

constexpr auto dnsFields = std::to_array<ConfigField<DnsDraft>>({
    {"names", [](const YamlNode &value, DnsDraft &draft,
                 ConfigReading &reading) { readValue(value, draft.discovery.names, reading); }},
    {"refresh_interval",
     [](const YamlNode &value, DnsDraft &draft, ConfigReading &reading) {
         readDuration(value, draft.discovery.refreshMs, reading);
     }},
    {"type", intoMember<&DnsDraft::type>},
    {"port", [](const YamlNode &value, DnsDraft &draft,
                ConfigReading &reading) { readInteger(value, draft.port, reading); }},
});

/// In the order of DnsRecord.
constexpr std::array recordNames = {"srv"sv, "a"sv, "aaaa"sv, "mx"sv, "ns"sv};

DnsDiscovery readDnsDiscovery(const YamlNode &node, ConfigReading &reading)
{
    DnsDraft draft;
    readFields<DnsDraft>(node, "dns.plain", dnsFields, draft, reading);
    DnsDiscovery &discovery = draft.discovery;
    if (discovery.names.empty())
        reading.refuseValue(node.position, "DNS-SD config must contain at least one SRV record name");
    const auto *const record = std::find(recordNames.begin(), recordNames.end(), asciiLower(draft.type));
    if (record == recordNames.end())
        reading.refuseValue(node.position, "invalid DNS-SD records type " + draft.type);
    else
        discovery.type = static_cast<DnsRecord>(record - recordNames.begin());
    if (discovery.type != DnsRecord::Srv && draft.port == 0)
        reading.refuseValue(node.position,
                            "a port is required in DNS-SD configs for all record types except SRV");
    if (draft.port < 0 || draft.port > std::numeric_limits<std::uint16_t>::max())
        reading.refuseValue(node.position,
                            "invalid port " + std::to_string(draft.port) + " in DNS-SD config");
    discovery.port = static_cast<std::uint16_t>(draft.port);
    repairInterval(discovery.refreshMs, DnsDiscovery().refreshMs);
    return std::move(discovery);
}

/// A list of one kind of discovery.
void readDiscoveries(std::string_view key, const YamlNode &node, std::string_view kind,
                     ConfigReading &reading, const std::function<void(const YamlNode &)> &readOne)
{
    readSequence(node, "[]*" + std::string(kind) + ".SDConfig", reading, [&](const YamlNode &item) {
        if (item.kind == YamlKind::Null)
            return reading.refuseValue(item.position, "empty or null section in " + std::string(key));
        readOne(item);
    });
}

void readStaticGroups(const YamlNode &node, DiscoveryDraft &draft, ConfigReading &reading)
{
    draft.staticGroups = readTargetGroups(node, "empty or null section in static_configs", reading);
    for (std::size_t i = 0; i < draft.staticGroups.size(); ++i)
        draft.staticGroups[i].source = std::to_string(i);
}

} // namespace

bool takeDiscoveryField(std::string_view key, const YamlNode &value, DiscoveryDraft &draft,
                        ConfigReading &reading)
{
    constexpr std::string_view ending = "_sd_configs";
    if (key == "static_configs") {
        readStaticGroups(value, draft, reading);
        return true;
    }
    if (!key.ends_with(ending))
        return false;
    const std::string_view kind = key.substr(0, key.size() - ending.size());
    const auto add = [&](const auto &readOne) {
        readDiscoveries(key, value, kind, reading, [&](const YamlNode &item) {
            draft.discoveries.emplace_back(readOne(item, reading));
        });
        return true;
    };
    if (kind == "file")
        return add(readFileDiscovery);
    if (kind == "http")
        return add(readHttpDiscovery);
    if (kind == "dns")
        return add(readDnsDiscovery);
    if (!isKnownDiscovery(kind))
        return false;
    readDiscoveries(key, value, kind, reading, [](const YamlNode &) {});
    reading.remark(value.position, ConfigLoss::UnknownDiscovery, kind);
    return true;
}

} // namespace sightglass
