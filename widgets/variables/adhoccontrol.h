// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/variables/variablecontrol.h"

class QHBoxLayout;

namespace sightglass {

class MatcherPopup;

/// The matchers that an ad-hoc variable demands of every query: one button each, which changes it, a cross to
/// take it away, and one for another.
class AdHocControl : public VariableControl
{
    Q_OBJECT

public:
    AdHocControl(const VariableSpec &variable, LabelSource labels);

    void setFilters(const std::vector<AdHocFilter> &filters) override;
    /// Opens the popup on a filter, or on a new one where there is none of this number.
    void edit(std::size_t index);
    [[nodiscard]] MatcherPopup *popup() const { return m_popup; }

protected:
    void show(const ResolvedVariable &resolved) override;

private:
    void rebuild();
    QWidget *makeChip(std::size_t index);
    void take(std::size_t index, const AdHocFilter &filter);
    void remove(std::size_t index);

    LabelSource m_labels;
    std::vector<AdHocFilter> m_filters;
    QWidget *m_chips;
    QHBoxLayout *m_chipLayout;
    MatcherPopup *m_popup = nullptr;
};

} // namespace sightglass
