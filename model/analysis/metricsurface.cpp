// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/metricsurface.h"

#include "parser/exposition/expositionparser.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    std::string help;
    std::string unit;
};

/// HELP and UNIT by the name that they stand with.
std::map<std::string, Texts, std::less<>> metadataOf(const ExposedPage &page)
{
    using Entry = ExpositionParser::Entry;
    std::map<std::string, Texts, std::less<>> texts;
    if (page.body.empty())
        return texts;
    const auto parser = createExpositionParser(page.format, page.body);
    while (true) {
        const Result<Entry> entry = parser->next();
        if (entry && *entry == Entry::End)
            break;
        if (!entry && !parser->resume())
            break;
        if (entry && *entry == Entry::Help)
            texts[std::string(parser->metadataName())].help = parser->metadataText();
        else if (entry && *entry == Entry::Unit)
            texts[std::string(parser->metadataName())].unit = parser->metadataText();
    }
    return texts;
}

/// The label that a type's own samples have beside those of their series.
std::string_view ownLabel(MetricType type)
{
    if (type == MetricType::Histogram || type == MetricType::GaugeHistogram)
        return "le";
    return type == MetricType::Summary ? "quantile" : "";
}

constexpr std::string_view header =
    "# sightglass surface 1\n"
    "# What others rely on: metric names, types, labels and help. Sorted, one thing per line.\n"
    "# Compare with: sightglass surface URL --compare THIS-FILE\n";

constexpr std::string_view hexDigits = "0123456789abcdef";

bool isPlainName(std::string_view name)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == ':' || c == '.';
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), plain);
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\x";
            out += hexDigits[byte >> 4U];
            out += hexDigits[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string word(std::string_view text)
{
    return isPlainName(text) ? std::string(text) : quoted(text);
}

/// Takes a word, quoted or not, off the front of a line.
class LineReader
{
public:
    explicit LineReader(std::string_view line)
        : m_rest(line)
    {}

    /// Nothing where there is none, or its quotes do not end.
    std::optional<std::string> word()
    {
        while (m_rest.starts_with(' '))
            m_rest.remove_prefix(1);
        if (m_rest.starts_with('"'))
            return quotedWord();
        const std::string_view found = m_rest.substr(0, m_rest.find(' '));
        m_rest.remove_prefix(found.size());
        return found.empty() ? std::nullopt : std::optional<std::string>(found);
    }

    [[nodiscard]] bool atEnd() const { return m_rest.find_first_not_of(' ') == std::string_view::npos; }

private:
    std::optional<std::string> quotedWord()
    {
        std::string out;
        for (std::size_t i = 1; i < m_rest.size(); ++i) {
            if (m_rest[i] == '"') {
                m_rest.remove_prefix(i + 1);
                return out;
            }
            if (m_rest[i] != '\\') {
                out += m_rest[i];
                continue;
            }
            if (++i >= m_rest.size())
                return std::nullopt;
            if (!unescape(i, out))
                return std::nullopt;
        }
        return std::nullopt;
    }

    /// `i` is at what follows the backslash, then at the last character that belongs to it.
    bool unescape(std::size_t &i, std::string &out)
    {
        if (m_rest[i] != 'x') {
            out += m_rest[i] == 'n' ? '\n' : m_rest[i];
            return m_rest[i] == 'n' || m_rest[i] == '"' || m_rest[i] == '\\';
        }
        if (i + 2 >= m_rest.size())
            return false;
        const std::size_t high = hexDigits.find(m_rest[i + 1]);
        const std::size_t low = hexDigits.find(m_rest[i + 2]);
        i += 2;
        if (high == std::string_view::npos || low == std::string_view::npos)
            return false;
        out += static_cast<char>(high * 16 + low);
        return true;
    }

    std::string_view m_rest;
};

/// What a line beneath a metric says.
bool readDetail(LineReader &line, SurfaceMetric &metric)
{
    const auto kind = line.word();
    if (kind == "no" && line.word() == "series") {
        metric.hasSeries = false;
        return line.atEnd();
    }
    auto value = line.word();
    if (!kind || !value || !line.atEnd())
        return false;
    if (*kind == "help")
        metric.help = *std::move(value);
    else if (*kind == "unit")
        metric.unit = *std::move(value);
    else if (*kind == "label")
        metric.labels.push_back(*std::move(value));
    else
        return false;
    return true;
}

bool readMetric(LineReader &line, MetricSurface &surface)
{
    auto name = line.word();
    auto type = line.word();
    if (!name || !type || !line.atEnd())
        return false;
    surface.push_back({*std::move(name), *std::move(type), {}, {}});
    return true;
}

void sortSurface(MetricSurface &surface)
{
    for (SurfaceMetric &metric : surface) {
        std::sort(metric.labels.begin(), metric.labels.end());
        metric.labels.erase(std::unique(metric.labels.begin(), metric.labels.end()), metric.labels.end());
    }
    std::stable_sort(surface.begin(), surface.end(),
                     [](const SurfaceMetric &a, const SurfaceMetric &b) { return a.name < b.name; });
}

void compareMetric(const SurfaceMetric &a, const SurfaceMetric &b, std::vector<SurfaceChange> &changes)
{
    using Kind = SurfaceChange::Kind;
    if (a.type != b.type)
        changes.push_back({Kind::TypeChanged, a.name, a.type, b.type});
    if (a.unit != b.unit)
        changes.push_back({Kind::UnitChanged, a.name, a.unit, b.unit});
    if (a.help != b.help)
        changes.push_back({Kind::HelpChanged, a.name, a.help, b.help});
    if (!a.hasSeries || !b.hasSeries)
        return;
    std::vector<std::string> gone;
    std::vector<std::string> came;
    std::set_difference(a.labels.begin(), a.labels.end(), b.labels.begin(), b.labels.end(),
                        std::back_inserter(gone));
    std::set_difference(b.labels.begin(), b.labels.end(), a.labels.begin(), a.labels.end(),
                        std::back_inserter(came));
    for (std::string &label : gone)
        changes.push_back({Kind::LabelRemoved, a.name, std::move(label), {}});
    for (std::string &label : came)
        changes.push_back({Kind::LabelAdded, a.name, {}, std::move(label)});
}

} // namespace

MetricSurface metricSurface(const ExposedPage &page)
{
    const auto texts = metadataOf(page);
    std::map<std::string, SurfaceMetric> metrics;
    for (const PageFamily &family : page.families) {
        SurfaceMetric metric;
        metric.name = withoutIndent(page.queriedName(family));
        metric.type = metricTypeName(family.type);
        if (const auto found = texts.find(page.name(family)); found != texts.end()) {
            metric.help = found->second.help;
            metric.unit = found->second.unit;
        }
        std::set<std::string_view> labels;
        for (const std::uint32_t sample : family.samples) {
            for (const PageLabel label : page.labelsOf(page.samples[sample]))
                labels.insert(page.text(label.name));
        }
        labels.erase(ownLabel(family.type));
        metric.labels.assign(labels.begin(), labels.end());
        metric.hasSeries = !family.samples.empty();
        const auto [known, isNew] = metrics.emplace(metric.name, metric);
        if (!isNew && metric.hasSeries && !known->second.hasSeries)
            known->second = std::move(metric);
    }
    MetricSurface surface;
    for (auto &[name, metric] : metrics)
        surface.push_back(std::move(metric));
    return surface;
}

std::string surfaceText(const MetricSurface &surface)
{
    std::string text(header);
    for (const SurfaceMetric &metric : surface) {
        text += '\n' + word(metric.name) + ' ' + word(metric.type) + '\n';
        if (!metric.help.empty())
            text += "  help " + quoted(metric.help) + '\n';
        if (!metric.unit.empty())
            text += "  unit " + word(metric.unit) + '\n';
        for (const std::string &label : metric.labels)
            text += "  label " + word(label) + '\n';
        if (!metric.hasSeries)
            text += "  no series\n";
    }
    return text;
}

Result<MetricSurface> readSurfaceText(std::string_view text)
{
    const auto wrong = [](std::uint32_t line, const char *what) {
        return Error{ErrorCode::ConfigSyntax, {what}, {}, {line, 1}};
    };
    if (!text.starts_with("# sightglass surface 1\n"))
        return wrong(1, "not a file that sightglass surface --save has written");
    MetricSurface surface;
    std::uint32_t number = 0;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        ++number;
        if (line.ends_with('\r')) // an editor's, or a checkout's
            line.remove_suffix(1);
        LineReader reader(line);
        if (line.starts_with('#') || reader.atEnd())
            continue;
        const bool isDetail = line.starts_with(' ');
        if (isDetail && surface.empty())
            return wrong(number, "there is no metric that this belongs to");
        if (isDetail ? !readDetail(reader, surface.back()) : !readMetric(reader, surface))
            return wrong(number, isDetail ? "expected help, unit or label and a value, or no series"
                                          : "expected a metric's name and its type");
    }
    sortSurface(surface);
    return surface;
}

std::vector<SurfaceChange> compareSurfaces(const MetricSurface &before, const MetricSurface &after)
{
    using Kind = SurfaceChange::Kind;
    std::vector<SurfaceChange> changes;
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (b == after.end() || (a != before.end() && a->name < b->name)) {
            changes.push_back({Kind::Removed, a->name, a->type, {}});
            ++a;
        } else if (a == before.end() || b->name < a->name) {
            changes.push_back({Kind::Added, b->name, {}, b->type});
            ++b;
        } else {
            compareMetric(*a++, *b++, changes);
        }
    }
    return changes;
}

} // namespace sightglass
