// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetstatus.h"

#include <QString>

#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// A tab of a dashboard.
struct TitledTab
{
    std::string title;                    ///< of the dashboard; hostile
    const TargetStatus *target = nullptr; ///< that it shows; null: all
};

struct TabTitle
{
    QString text;    ///< displayable; & is no mnemonic
    QString toolTip; ///< a whole one, plainToolTip()

    friend bool operator==(const TabTitle &, const TabTitle &) = default;
};

/// What stands on the tabs. Titles that look the same, whole or cut in their middle, have a mark at their end
/// that tells them apart: the instance of the target, else its address, without what these all end in; else a
/// number.
[[nodiscard]] std::vector<TabTitle> tabTitles(std::span<const TitledTab> tabs);

} // namespace sightglass
