// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/redtiles.h"

#include "model/core/namewords.h"
#include "model/core/units.h"
#include "model/dashboard/familytext.h"
#include "model/dashboard/familytraits.h"
#include "model/dashboard/promqltext.h"
#include "model/dashboard/redwords.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::size_t mostInfos = 4;
constexpr std::size_t labelsOfInfo = 6;
/// Of an info metric none of whose labels is known to tell.
constexpr std::size_t labelsOfUnknownInfo = 4;
constexpr double infoTextSize = 20;

/// Labels of info metrics that say most, the best first; the long ones last.
constexpr std::array<std::string_view, 24> tellingLabels = {
    "version",     "short_version",  "redis_version", "server_version", "nodename",   "name",
    "pretty_name", "implementation", "release",       "edition",        "model",      "environment",
    "env",         "branch",         "tag",           "goversion",      "go_version", "runtime",
    "build_date",  "builddate",      "build_time",    "commit",         "git_commit", "revision"};

PanelSpec tile(const std::string &id, std::string title, std::string description)
{
    PanelSpec spec;
    spec.id = "vital:" + id;
    spec.title = std::move(title);
    spec.description = std::move(description);
    spec.options = StatOptions();
    spec.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{{}, "info"}}};
    spec.field.noValue = "\u2013";
    return spec;
}

/// Makes the tiles, one after the other.
class Vitals
{
public:
    Vitals(std::span<const FamilyGroup> groups, const PanelContext &context)
        : m_groups(groups)
        , m_context(context)
    {}

    void addRate(const RedSubject &subject)
    {
        const MetricFamily &family = *subject.requests;
        const std::string title = subject.errorsApart ? titleOfAll(family) : familyTitle(family, 0);
        PanelSpec spec = tile("rate", title, familyDescription(family));
        spec.field.unit = inferUnit(subject.requestSamples, family.metadata.unit, UnitForm::PerSecond);
        add(std::move(spec), rateOfAll(subject), title);
    }

    void addErrors(const RedSubject &subject)
    {
        if (subject.requests == nullptr || (subject.errors == nullptr && subject.errorMatcher.empty()))
            return;
        const MetricFamily &source = subject.errors != nullptr ? *subject.errors : *subject.requests;
        PanelSpec spec = tile("errors", m_context.texts[AutoText::Errors], familyDescription(source));
        // More errors than requests are no share of them.
        const bool isShare = subject.errors == nullptr || subject.errorsApart ||
                             subject.errors->changePerSecond <= subject.requests->changePerSecond;
        if (!isShare) {
            spec.field.unit = inferUnit(source.sampleName, source.metadata.unit, UnitForm::PerSecond);
            spec.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{{}, "good"}, {1e-9, "warning"}}};
            add(std::move(spec), rate(source.sampleName), m_context.texts[AutoText::Errors]);
            return;
        }
        spec.field.unit = "percentunit";
        spec.field.thresholds =
            Thresholds{ThresholdsMode::Absolute, {{{}, "good"}, {0.01, "warning"}, {0.05, "critical"}}};
        const std::string failed = subject.errors != nullptr
                                       ? rate(subject.errors->sampleName)
                                       : rate(subject.requestSamples, subject.errorMatcher);
        const std::string all = subject.errorsApart ? "(" + rateOfAll(subject) + ")" : rateOfAll(subject);
        add(std::move(spec), knownOnly("(" + failed + " or vector(0)) / " + all),
            m_context.texts[AutoText::Errors]);
    }

    void addDuration(const MetricFamily &family)
    {
        const std::string title = familyTitle(family, 0);
        const bool isHistogram = family.type == MetricType::Histogram;
        const bool isNative = isHistogram && family.parts.native && !family.parts.buckets;
        const bool quantile = isNative || (family.parts.infinity && isHistogram);
        if (!quantile && !family.parts.averages)
            return;
        PanelSpec spec =
            tile("duration", quantile ? title + " p95" : m_context.texts.filled(AutoText::Mean, {title}),
                 familyDescription(family));
        spec.field.unit = familyUnit(family);
        const std::string buckets =
            isNative ? rate(family.sampleName) : "sum by (le) (" + plainRate(family.name + "_bucket") + ")";
        add(std::move(spec),
            knownOnly(quantile ? "histogram_quantile(0.95, " + buckets + ")"
                               : rate(family.name + "_sum") + " / " + rate(family.name + "_count")),
            title);
    }

    void addProcess()
    {
        if (const MetricFamily *start = startTime(m_groups)) {
            PanelSpec spec = tile("uptime", m_context.texts[AutoText::Uptime], familyDescription(*start));
            spec.field.unit = "dtdurations";
            add(std::move(spec),
                "time() - max(" + selectorText(start->sampleName, m_context.targetLabels) + ")",
                m_context.texts[AutoText::Uptime]);
        }
        if (const MetricFamily *memory = find("process_resident_memory_bytes")) {
            PanelSpec spec = tile("memory", m_context.texts[AutoText::Memory], familyDescription(*memory));
            spec.field.unit = "bytes";
            add(std::move(spec), "sum(" + selectorText(memory->sampleName, m_context.targetLabels) + ")",
                m_context.texts[AutoText::Memory]);
        }
        const MetricFamily *cpu = find("process_cpu_seconds");
        cpu = cpu != nullptr ? cpu : find("process_cpu_seconds_total");
        if (cpu != nullptr && cpu->parts.values) {
            PanelSpec spec = tile("cpu", m_context.texts[AutoText::Cpu], familyDescription(*cpu));
            spec.field.unit = "percentunit";
            add(std::move(spec), rate(cpu->sampleName), m_context.texts[AutoText::Cpu]);
        }
    }

    std::vector<PanelSpec> take() { return std::move(m_tiles); }

private:
    /// "Orders" of orders_ok_total.
    static std::string titleOfAll(const MetricFamily &family)
    {
        std::string name;
        for (const std::string_view word : nameWords(family.name)) {
            if (!isSuccessWord(lowered(word)))
                name += (name.empty() ? "" : "_") + std::string(word);
        }
        MetricFamily all;
        all.name = name.empty() || name == "total" ? family.name : name;
        return familyTitle(all, 0);
    }

    [[nodiscard]] std::string rateOfAll(const RedSubject &subject) const
    {
        const std::string counted = rate(subject.requestSamples);
        return subject.errorsApart ? counted + " + (" + rate(subject.errors->sampleName) + " or vector(0))"
                                   : counted;
    }

    /// Without the moments in which nothing happened: the number is that of the last in which something did.
    static std::string knownOnly(const std::string &expr) { return expr + " >= 0"; }

    void add(PanelSpec spec, std::string expr, std::string legend)
    {
        spec.queries = {{std::move(expr), std::move(legend), false}};
        m_tiles.push_back(std::move(spec));
    }

    [[nodiscard]] std::string plainRate(const std::string &name) const
    {
        return "rate(" + selectorText(name, m_context.targetLabels) + "[$__rate_interval])";
    }

    [[nodiscard]] std::string rate(const std::string &name) const { return "sum(" + plainRate(name) + ")"; }

    [[nodiscard]] std::string rate(const std::string &name, const std::string &matcher) const
    {
        std::string selector = selectorText(name, m_context.targetLabels);
        if (selector.ends_with('}'))
            selector.insert(selector.size() - 1, ", " + matcher);
        else
            selector += "{" + matcher + "}";
        return "sum(rate(" + selector + "[$__rate_interval]))";
    }

    [[nodiscard]] const MetricFamily *find(std::string_view name) const
    {
        for (const FamilyGroup &group : m_groups) {
            for (const MetricFamily &family : group.families) {
                if (family.name == name)
                    return &family;
            }
        }
        return nullptr;
    }

    std::span<const FamilyGroup> m_groups;
    const PanelContext &m_context;
    std::vector<PanelSpec> m_tiles;
};

/// What an info metric says in few words, with {{label}} places; empty: nothing.
std::string infoLegend(const MetricFamily &family)
{
    std::vector<std::string> names;
    const auto add = [&names, &family](std::string_view wanted) {
        const bool isThere = std::any_of(family.labels.begin(), family.labels.end(),
                                         [wanted](const LabelSpread &label) { return label.name == wanted; });
        if (isThere && names.size() < labelsOfInfo && std::ranges::count(names, wanted) == 0)
            names.emplace_back(wanted);
    };
    for (const std::string_view label : tellingLabels)
        add(label);
    if (names.empty() && family.labels.size() <= labelsOfUnknownInfo) {
        for (const LabelSpread &label : family.labels)
            add(label.name);
    }
    std::string legend;
    for (const std::string &name : names)
        legend += (legend.empty() ? "{{" : " \u00B7 {{") + name + "}}";
    return legend;
}

} // namespace

const MetricFamily *startTime(std::span<const FamilyGroup> groups)
{
    constexpr std::string_view start = "start_time_seconds";
    const MetricFamily *own = nullptr;
    for (const FamilyGroup &group : groups) {
        for (const MetricFamily &family : group.families) {
            if (family.name == "process_start_time_seconds")
                return &family;
            const bool isOwn = family.name.ends_with(start) && family.series == 1 &&
                               timestampScale(family) == 1.0 && !isRuntimeName(family.name);
            own = isOwn && own == nullptr ? &family : own;
        }
    }
    return own;
}

std::vector<PanelSpec> vitalTiles(std::span<const FamilyGroup> groups, const RedSubject &subject,
                                  const PanelContext &context)
{
    Vitals vitals(groups, context);
    if (subject.requests != nullptr)
        vitals.addRate(subject);
    vitals.addErrors(subject);
    if (subject.duration != nullptr)
        vitals.addDuration(*subject.duration);
    vitals.addProcess();
    return vitals.take();
}

std::vector<PanelSpec> infoLine(std::span<const MetricFamily> facts, const PanelContext &context)
{
    std::vector<PanelSpec> line;
    for (const MetricFamily &family : facts) {
        const bool isOne = family.type == MetricType::Info && family.series == 1;
        const std::string legend = isOne ? infoLegend(family) : std::string();
        if (legend.empty() || line.size() == mostInfos)
            continue;
        PanelSpec spec = tile("info:" + family.name, familyTitle(family, 0), familyDescription(family));
        StatOptions options;
        options.text = StatText::Name;
        options.graph = StatGraph::None;
        options.color = StatColor::None;
        options.sizes.title = infoTextSize;
        options.sizes.value = infoTextSize;
        spec.options = options;
        spec.queries = {{selectorText(family.sampleName, context.targetLabels), legend, false}};
        line.push_back(std::move(spec));
    }
    return line;
}

} // namespace sightglass
