// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/metriccatalog.h"

#include "model/assist/textmatch.h"
#include "model/core/units.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t checkEvery = 256;

struct Suffix
{
    std::string_view text;
    SampleRole role;
};
constexpr std::array<Suffix, 6> suffixes = {{{"_bucket", SampleRole::Bucket},
                                             {"_sum", SampleRole::Sum},
                                             {"_count", SampleRole::Observations},
                                             {"_total", SampleRole::Count},
                                             {"_info", SampleRole::Info},
                                             {"_created", SampleRole::Created}}};

bool isHistogram(MetricType type)
{
    return type == MetricType::Histogram || type == MetricType::GaugeHistogram;
}

bool isDistribution(MetricType type)
{
    return isHistogram(type) || type == MetricType::Summary;
}

/// Whether samples of this role belong to a family declared like that.
bool belongs(SampleRole role, MetricType type)
{
    switch (role) {
    case SampleRole::Bucket:
        return isHistogram(type);
    case SampleRole::Sum:
    case SampleRole::Observations:
        return isDistribution(type);
    case SampleRole::Count:
        return type == MetricType::Counter;
    case SampleRole::Info:
        return type == MetricType::Info;
    case SampleRole::Created:
        return type == MetricType::Counter || isDistribution(type);
    default:
        return false;
    }
}

SampleRole plainRole(MetricType type, std::string_view name)
{
    switch (type) {
    case MetricType::Counter:
        return SampleRole::Count;
    case MetricType::Summary:
        return SampleRole::Quantile;
    case MetricType::Info:
        return SampleRole::Info;
    default:
        return name.ends_with("_info") ? SampleRole::Info : SampleRole::Value;
    }
}

/// The unit that a family's name ends in, as names are written; empty where it ends in none. Pages in the
/// text format declare no units.
std::string unitInName(std::string_view family)
{
    if (family.ends_with("_total"))
        family.remove_suffix(std::string_view("_total").size());
    if (inferUnit(family, {}, UnitForm::Value) == "short")
        return {};
    return std::string(family.substr(family.find_last_of("_:.") + 1));
}

/// Finds out what each name is: by what was declared first, then by the conventions of names.
class Classifier
{
public:
    Classifier(const Snapshot &snapshot, const std::vector<std::string> &names)
        : m_snapshot(snapshot)
        , m_names(names)
    {}

    [[nodiscard]] MetricEntry classify(const std::string &name) const
    {
        const MetricMetadata own = m_snapshot.metadata(name);
        if (own.type != MetricType::Unknown)
            return entry(name, name, own, plainRole(own.type, name));
        for (const Suffix &suffix : suffixes) {
            if (!name.ends_with(suffix.text) || name.size() == suffix.text.size())
                continue;
            const std::string base = name.substr(0, name.size() - suffix.text.size());
            MetricMetadata declared = m_snapshot.metadata(base);
            if (declared.type == MetricType::Unknown)
                declared.type = guessed(base, suffix.role);
            if (belongs(suffix.role, declared.type))
                return entry(name, suffix.role == SampleRole::Count ? name : base, declared, suffix.role);
        }
        if (isReport(name))
            return entry(name, name, {MetricType::Gauge, own.help, own.unit}, SampleRole::Value);
        return entry(name, name, own, plainRole(own.type, name));
    }

private:
    static MetricEntry entry(const std::string &name, const std::string &family, MetricMetadata metadata,
                             SampleRole role)
    {
        if (metadata.help.size() > MetricEntry::maxHelp)
            metadata.help.resize(MetricEntry::maxHelp);
        if (metadata.unit.empty())
            metadata.unit = unitInName(family);
        return {name, family, metadata.type, role, std::move(metadata.unit), std::move(metadata.help)};
    }

    [[nodiscard]] bool exists(const std::string &name) const
    {
        return std::binary_search(m_names.begin(), m_names.end(), name);
    }

    [[nodiscard]] MetricType guessed(const std::string &base, SampleRole role) const
    {
        const bool averages = exists(base + "_sum") && exists(base + "_count");
        switch (role) {
        case SampleRole::Bucket:
            return averages ? MetricType::Histogram : MetricType::Unknown;
        case SampleRole::Sum:
        case SampleRole::Observations:
            if (!averages)
                return MetricType::Unknown;
            return exists(base + "_bucket") ? MetricType::Histogram : MetricType::Summary;
        case SampleRole::Count:
            return MetricType::Counter;
        case SampleRole::Info:
            return MetricType::Info;
        default:
            return MetricType::Unknown;
        }
    }

    /// The series that scraping itself writes.
    static bool isReport(std::string_view name)
    {
        return name == "up" || name.starts_with("scrape_") || name == "ALERTS";
    }

    const Snapshot &m_snapshot;
    const std::vector<std::string> &m_names;
};

} // namespace

bool MetricEntry::isCounter() const noexcept
{
    if (type == MetricType::GaugeHistogram)
        return false;
    return role == SampleRole::Count || role == SampleRole::Bucket || role == SampleRole::Observations ||
           (role == SampleRole::Sum && isDistribution(type));
}

bool MetricEntry::isGauge() const noexcept
{
    return role == SampleRole::Value && type == MetricType::Gauge;
}

bool FamilyEntry::has(std::string_view sample) const noexcept
{
    return std::find(samples.begin(), samples.end(), sample) != samples.end();
}

std::shared_ptr<const MetricCatalog> MetricCatalog::of(const Snapshot &snapshot,
                                                       const std::stop_token &cancel)
{
    auto catalog = std::make_shared<MetricCatalog>();
    const std::vector<std::string> names = snapshot.labelValues(metricNameLabel);
    const Classifier classifier(snapshot, names);
    catalog->m_metrics.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i % checkEvery == 0 && cancel.stop_requested())
            return nullptr;
        catalog->m_metrics.push_back(classifier.classify(names[i]));
    }
    catalog->makeFamilies();
    return catalog;
}

void MetricCatalog::makeFamilies()
{
    std::map<std::string_view, FamilyEntry> families;
    for (const MetricEntry &metric : m_metrics) {
        FamilyEntry &family = families[metric.family];
        if (family.samples.empty()) {
            family.name = metric.family;
            family.type = metric.type;
            family.unit = metric.unit;
            family.help = metric.help;
        }
        family.samples.push_back(metric.name);
    }
    m_families.reserve(families.size());
    for (auto &[name, family] : families)
        m_families.push_back(std::move(family));
}

const MetricEntry *MetricCatalog::find(std::string_view name) const noexcept
{
    const auto at =
        std::lower_bound(m_metrics.begin(), m_metrics.end(), name,
                         [](const MetricEntry &entry, std::string_view n) { return entry.name < n; });
    return at != m_metrics.end() && at->name == name ? &*at : nullptr;
}

const FamilyEntry *MetricCatalog::findFamily(std::string_view name) const noexcept
{
    const auto at =
        std::lower_bound(m_families.begin(), m_families.end(), name,
                         [](const FamilyEntry &entry, std::string_view n) { return entry.name < n; });
    return at != m_families.end() && at->name == name ? &*at : nullptr;
}

std::vector<std::string> MetricCatalog::near(std::string_view name) const
{
    std::vector<std::string_view> names;
    names.reserve(m_metrics.size());
    for (const MetricEntry &metric : m_metrics)
        names.emplace_back(metric.name);
    return nearNames(name, names);
}

} // namespace sightglass
