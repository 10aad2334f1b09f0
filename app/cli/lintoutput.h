// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/diagnosis.h"

#include <QString>

#include <string>
#include <string_view>

namespace sightglass {

/// What was examined.
struct LintedPage
{
    QString source;        ///< file or address: what the places are in
    std::string_view body; ///< of the text formats: lines are shown
    ScrapeFacts facts;     ///< how it was had; without a duration it was not scraped
};

/// A diagnosis as `sightglass lint` prints it, hostile characters made visible; of a scrape also what it took
/// and how the page came. Approved findings are counted only.
[[nodiscard]] QString lintText(const Diagnosis &diagnosis, const LintedPage &page);

/// The same for programs: one JSON object per line, the figures last.
[[nodiscard]] std::string lintJson(const Diagnosis &diagnosis, const LintedPage &page);

} // namespace sightglass
