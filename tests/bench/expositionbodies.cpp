// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/expositionbodies.h"

#include "parser/exposition/expositionwriter.h"
#include "parser/exposition/prometheustextparser.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sightglass::bench {

namespace {

/// Equal numbers in every run and on every machine.
class Sequence
{
public:
    std::uint64_t next(std::uint64_t bound) noexcept
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return (m_state >> 33U) % bound;
    }
    std::string hex(int digits)
    {
        std::string text;
        for (int i = 0; i < digits; ++i)
            text += "0123456789abcdef"[next(16)];
        return text;
    }

private:
    std::uint64_t m_state = 42;
};

void appendHead(std::string &body, const std::string &name, std::string_view type)
{
    body += "# HELP " + name + " What " + name + " counts, told in a sentence of the usual length.\n";
    body += "# TYPE " + name + ' ' + std::string(type) + '\n';
}

std::string valueText(Sequence &random)
{
    switch (random.next(8)) {
    case 0:
        return "0";
    case 1:
        return "1.7" + std::to_string(random.next(100000000)) + "e+09";
    case 2:
        return std::to_string(random.next(1000)) + '.' + std::to_string(random.next(1000000000));
    case 3:
        return std::to_string(random.next(100000000));
    default:
        return "1";
    }
}

/// The same samples: neighbours of one name become a family.
std::string protobufOf(const std::string &body)
{
    std::vector<ExposedFamily> families;
    std::vector<Label> labels;
    PrometheusTextParser parser(body, LineScanning::Fast);
    for (auto entry = parser.next(); entry && *entry != ExpositionParser::Entry::End; entry = parser.next()) {
        if (*entry != ExpositionParser::Entry::Sample)
            continue;
        parser.decodeLabels(labels);
        if (families.empty() || families.back().name != labels.front().value)
            families.push_back({labels.front().value, MetricType::Unknown, "Help.", "", {}});
        labels.erase(labels.begin());
        families.back().metrics.push_back({labels, ExposedValue{parser.value(), {}}, {}, {}});
    }
    return writeExposition(ExpositionFormat::Protobuf, families);
}

} // namespace

std::string kubernetesLikeBody()
{
    Sequence random;
    std::string body;
    for (int family = 0; family < 60; ++family) {
        const std::string name = "kube_pod_resource_" + std::to_string(family);
        appendHead(body, name, "gauge");
        for (int pod = 0; pod < 817; ++pod) {
            const std::string number = std::to_string(pod);
            body += name + "{namespace=\"team-" + std::to_string(pod % 40) + "\",pod=\"service-" + number +
                    '-' + random.hex(9) + "\",uid=\"" + random.hex(8) + '-' + random.hex(12) + "\"} " +
                    valueText(random) + '\n';
        }
    }
    return body;
}

std::string nodeExporterLikeBody()
{
    Sequence random;
    std::string body;
    constexpr std::array<std::string_view, 4> devices = {"sda", "sdb", "eth0", "lo"};
    for (int family = 0; family < 170; ++family) {
        const std::string name =
            "node_part" + std::to_string(family % 17) + "_thing_" + std::to_string(family) + "_total";
        appendHead(body, name, family % 3 == 0 ? "gauge" : "counter");
        if (family % 2 == 0) {
            body += name + ' ' + valueText(random) + '\n';
            continue;
        }
        for (const std::string_view device : devices)
            body += name + "{device=\"" + std::string(device) + "\"} " + valueText(random) + '\n';
    }
    return body;
}

std::string inFormat(ExpositionFormat format, const std::string &textBody)
{
    if (format == ExpositionFormat::PrometheusText)
        return textBody;
    return format == ExpositionFormat::Protobuf ? protobufOf(textBody) : textBody + "# EOF\n";
}

} // namespace sightglass::bench
