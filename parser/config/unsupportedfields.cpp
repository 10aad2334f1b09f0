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
    ConfigLoss loss;
};

constexpr auto sections = std::to_array<Section>({
    {"alerting", YamlKind::Mapping, "config.plain", ConfigLoss::Alertmanagers},
    {"runtime", YamlKind::Mapping, "config.RuntimeConfig", ConfigLoss::RuntimeSettings},
    {"storage", YamlKind::Mapping, "config.StorageConfig", ConfigLoss::StorageSettings},
    {"tracing", YamlKind::Mapping, "config.plain", ConfigLoss::Traces},
    {"remote_write", YamlKind::Sequence, "[]*config.RemoteWriteConfig", ConfigLoss::RemoteWrite},
    {"remote_read", YamlKind::Sequence, "[]*config.RemoteReadConfig", ConfigLoss::RemoteRead},
    {"otlp", YamlKind::Mapping, "config.plain", ConfigLoss::Otlp},
});

} // namespace

bool isKnownDiscovery(std::string_view kind)
{
    return std::find(discoveries.begin(), discoveries.end(), kind) != discoveries.end();
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
        reading.remark(value.position, section->loss);
    else
        reading.refuseType(value, section->type);
    return true;
}

void readUnwrittenFile(const YamlNode &value, ConfigLoss loss, ConfigReading &reading)
{
    std::string path;
    readValue(value, path, reading);
    if (!path.empty())
        reading.remark(value.position, loss);
}

} // namespace sightglass
