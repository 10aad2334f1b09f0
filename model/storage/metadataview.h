// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/exposition/metrictype.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A family and what an endpoint says of it. Shared by all targets that say the same.
struct DescribedFamily
{
    std::string name; ///< as on its metadata lines
    MetricMetadata metadata;
};
using DescribedFamilyPtr = std::shared_ptr<const DescribedFamily>; ///< never null
using DescribedFamilies = std::vector<DescribedFamilyPtr>;

/// What one target says of its families.
struct TargetMetadata
{
    Labels target;
    DescribedFamilies families; ///< sorted by name, unique

    /// Null where the target does not name the family.
    [[nodiscard]] const DescribedFamily *find(std::string_view family) const;
};

/// TYPE, HELP and UNIT as of one moment, kept per target and metric as Prometheus' scrape caches do (scraping
/// reference, section 3): targets may disagree about a name. Immutable; any thread.
class MetadataView
{
public:
    /// What is said of one family, each once, the latest first; never empty.
    using Sayings = std::vector<DescribedFamilyPtr>;
    using Families = std::map<std::string, Sayings, std::less<>>;

    struct Contents
    {
        std::shared_ptr<const Families> families;                   ///< never null
        std::shared_ptr<const TargetMetadata> own;                  ///< of no target; never null
        std::vector<std::shared_ptr<const TargetMetadata>> targets; ///< never null
    };

    MetadataView();
    explicit MetadataView(Contents contents);

    /// The latest that any target said; unknown type where none said anything.
    [[nodiscard]] MetricMetadata latest(std::string_view family) const;

    /// As the target says it that a series with these labels comes from: the one all of whose labels are
    /// among them. What the collector itself knows counts for all targets; unknown type where the target says
    /// nothing; latest() where no target has such labels (any more).
    [[nodiscard]] MetricMetadata of(const Labels &series, std::string_view family) const;

    /// Everything that is said of a family, each once, the latest first.
    [[nodiscard]] std::vector<MetricMetadata> every(std::string_view family) const;

    /// No target says anything of it: it is of the collector's report series.
    [[nodiscard]] bool isOnlyCollectors(std::string_view family) const;

    /// Sorted, unique.
    [[nodiscard]] std::vector<std::string> families() const;

    /// What the targets with exactly these labels say, sorted by name, unique.
    [[nodiscard]] DescribedFamilies ofTarget(const Labels &target) const;

private:
    Contents m_contents; ///< targets by instance
};

} // namespace sightglass
