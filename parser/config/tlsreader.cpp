// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/tlsreader.h"

#include "parser/config/configfields.h"
#include "parser/config/secretdraft.h"

#include <array>
#include <utility>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

struct TlsDraft
{
    SecretDraft ca;
    SecretDraft certificate;
    SecretDraft key;
    TlsConfig rest; ///< the fields that stand alone
};

constexpr std::array versions = {
    std::pair("TLS10"sv, TlsVersion::Tls10), std::pair("TLS11"sv, TlsVersion::Tls11),
    std::pair("TLS12"sv, TlsVersion::Tls12), std::pair("TLS13"sv, TlsVersion::Tls13)};

void readVersion(const YamlNode &node, TlsVersion &target, ConfigReading &reading)
{
    target = TlsVersion::Default;
    if (node.kind == YamlKind::Null)
        return;
    std::string text;
    readValue(node, text, reading);
    for (const auto &[name, version] : versions)
        if (name == text)
            target = version;
    if (target == TlsVersion::Default)
        reading.refuseValue(node.position, "unknown TLS version: " + text);
}

template<auto Part, auto Way>
constexpr auto intoPart = [](const YamlNode &value, TlsDraft &draft, ConfigReading &reading) {
    readValue(value, (draft.*Part).*Way, reading);
};

template<auto Part>
constexpr auto intoPartFile = [](const YamlNode &value, TlsDraft &draft, ConfigReading &reading) {
    readValue(value, (draft.*Part).file, reading);
    (draft.*Part).file = reading.absolutePath((draft.*Part).file);
};

template<auto Part>
constexpr auto intoPartReference = [](const YamlNode &value, TlsDraft &draft, ConfigReading &reading) {
    readValue(value, (draft.*Part).reference, reading);
    reading.remark(value.position, ConfigLoss::SecretManager);
};

template<auto Member>
constexpr auto intoRest = [](const YamlNode &value, TlsDraft &draft, ConfigReading &reading) {
    readValue(value, draft.rest.*Member, reading);
};

constexpr auto fields = std::to_array<ConfigField<TlsDraft>>({
    {"ca", intoPart<&TlsDraft::ca, &SecretDraft::text>},
    {"ca_file", intoPartFile<&TlsDraft::ca>},
    {"ca_ref", intoPartReference<&TlsDraft::ca>},
    {"cert", intoPart<&TlsDraft::certificate, &SecretDraft::text>},
    {"cert_file", intoPartFile<&TlsDraft::certificate>},
    {"cert_ref", intoPartReference<&TlsDraft::certificate>},
    {"key", intoPart<&TlsDraft::key, &SecretDraft::text>},
    {"key_file", intoPartFile<&TlsDraft::key>},
    {"key_ref", intoPartReference<&TlsDraft::key>},
    {"server_name", intoRest<&TlsConfig::serverName>},
    {"insecure_skip_verify", intoRest<&TlsConfig::insecureSkipVerify>},
    {"min_version", [](const YamlNode &value, TlsDraft &draft,
                       ConfigReading &reading) { readVersion(value, draft.rest.minVersion, reading); }},
    {"max_version", [](const YamlNode &value, TlsDraft &draft,
                       ConfigReading &reading) { readVersion(value, draft.rest.maxVersion, reading); }},
    {"next_protos",
     [](const YamlNode &value, TlsDraft &, ConfigReading &reading) {
         std::vector<std::string> names;
         readValue(value, names, reading);
         reading.remark(value.position, ConfigLoss::ProtocolNegotiation);
     }},
});

void check(const TlsDraft &draft, SourcePosition place, ConfigReading &reading)
{
    if (draft.ca.ways() > 1)
        reading.refuseValue(place, "at most one of ca, ca_file & ca_ref must be configured");
    if (draft.certificate.ways() > 1)
        reading.refuseValue(place, "at most one of cert, cert_file & cert_ref must be configured");
    if (draft.key.ways() > 1)
        reading.refuseValue(place, "at most one of key and key_file must be configured");
    if (!draft.certificate.empty() && draft.key.empty())
        reading.refuseValue(
            place,
            "exactly one of key or key_file must be configured when a client certificate is configured");
    if (draft.certificate.empty() && !draft.key.empty())
        reading.refuseValue(
            place, "exactly one of cert or cert_file must be configured when a client key is configured");
    if (draft.rest.maxVersion != TlsVersion::Default && draft.rest.maxVersion < draft.rest.minVersion)
        reading.refuseValue(place, "tls_config.max_version must be greater than or equal to "
                                   "tls_config.min_version if both are specified");
}

} // namespace

TlsConfig readTlsConfig(const YamlNode &node, ConfigReading &reading)
{
    TlsDraft draft;
    readFields<TlsDraft>(node, "config.plain", fields, draft, reading);
    check(draft, node.position, reading);
    TlsConfig tls = std::move(draft.rest);
    tls.ca = std::move(draft.ca.text);
    tls.caFile = std::move(draft.ca.file);
    tls.certificate = std::move(draft.certificate.text);
    tls.certificateFile = std::move(draft.certificate.file);
    tls.key = secretOf(draft.key);
    return tls;
}

} // namespace sightglass
