// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/unsupportedfields.h"

#include "parser/config/configvalues.h"

#include <algorithm>
#include <array>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

constexpr std::array discoveries = {
    "aws"sv,      "azure"sv,      "consul"sv,   "digitalocean"sv, "docker"sv,    "dockerswarm"sv,
    "ec2"sv,      "ecs"sv,        "eureka"sv,   "elasticache"sv,  "gce"sv,       "hetzner"sv,
    "ionos"sv,    "kubernetes"sv, "kuma"sv,     "linode"sv,       "lightsail"sv, "marathon"sv,
    "msk"sv,      "nerve"sv,      "nomad"sv,    "openstack"sv,    "outscale"sv,  "ovhcloud"sv,
    "puppetdb"sv, "rds"sv,        "scaleway"sv, "serverset"sv,    "stackit"sv,   "triton"sv,
    "uyuni"sv,    "vultr"sv};

struct Section
{
    std::string_view key;
    YamlKind kind;
    std::string_view type; ///< in Prometheus' sources
    std::string_view loss;
};

constexpr auto sections = std::to_array<Section>({
    {"alerting", YamlKind::Mapping, "config.plain", "alerts are not sent to Alertmanagers"},
    {"runtime", YamlKind::Mapping, "config.RuntimeConfig", "it tunes a Prometheus server's runtime"},
    {"storage", YamlKind::Mapping, "config.StorageConfig",
     "it configures a Prometheus server's storage; how long data is kept is set in the program"},
    {"tracing", YamlKind::Mapping, "config.plain", "no traces are sent"},
    {"remote_write", YamlKind::Sequence, "[]*config.RemoteWriteConfig", "samples are not sent on"},
    {"remote_read", YamlKind::Sequence, "[]*config.RemoteReadConfig",
     "queries see the samples kept here only"},
    {"otlp", YamlKind::Mapping, "config.plain", "no samples are received by OTLP"},
});

} // namespace

bool isKnownDiscovery(std::string_view kind)
{
    return std::find(discoveries.begin(), discoveries.end(), kind) != discoveries.end();
}

std::string unsupportedDiscoveryText(std::string_view kind)
{
    return "targets that " + std::string(kind) + " discovery would find are not scraped";
}

bool takeUnsupportedSection(std::string_view key, const YamlNode &value, ConfigReading &reading)
{
    const auto *const section =
        std::find_if(sections.begin(), sections.end(), [&](const Section &each) { return each.key == key; });
    if (section == sections.end())
        return false;
    if (value.kind == YamlKind::Null)
        return true;
    if (value.kind == section->kind)
        reading.remark(value.position, std::string(section->loss));
    else
        reading.refuseType(value, section->type);
    return true;
}

void readUnwrittenFile(const YamlNode &value, std::string_view what, ConfigReading &reading)
{
    std::string path;
    readValue(value, path, reading);
    if (!path.empty())
        reading.remark(value.position, std::string(what) + " are not logged to a file");
}

} // namespace sightglass
