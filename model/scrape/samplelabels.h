// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/relabeling.h"
#include "parser/base/labels.h"
#include "parser/base/result.h"
#include "parser/config/scrapeconfig.h"
#include "parser/exposition/expositionparser.h"

#include <optional>
#include <vector>

namespace sightglass {

/// Turns exposed series into those that are stored: the target's labels, metric relabelling, checks of names
/// and the limits on labels (scraping reference, sections 4, 5 and 9). One thread.
class SampleLabels
{
public:
    /// Rules that do not compile drop nothing and change nothing: the reader of configurations refuses them.
    SampleLabels(Labels targetLabels, const SampleRules &rules);

    /// The labels to store the parser's present sample under; nothing where relabelling drops it. Errors:
    /// InvalidSeries with Prometheus' text and the line's place; the whole scrape is to be rejected.
    [[nodiscard]] Result<std::optional<Labels>> of(const ExpositionParser &parser);

private:
    [[nodiscard]] std::optional<Error> limitProblem(const Labels &labels) const;

    Labels m_targetLabels;
    bool m_honorLabels;
    NameValidation m_validation;
    ScrapeLimits m_limits;
    Relabeling m_relabeling;
    std::vector<Label> m_scratch;
};

} // namespace sightglass
