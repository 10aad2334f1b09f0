// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tables/funnelheader.h"

namespace sightglass {

class FrameTableModel;

/// Heads of a frame's columns: a click sorts (ascending, descending, not), with Shift by several columns; a
/// funnel opens the filter of a column. Keys do both: Space sorts by the current column, Alt+Down filters it.
/// Where a column's config says so, its name has as many lines as it needs.
class FilterHeader : public FunnelHeader
{
    Q_OBJECT

public:
    FilterHeader(FrameTableModel *model, QWidget *parent);

    /// The next state of a column's sorting; others stay where `several`.
    void toggleSorting(int column, bool several);
    [[nodiscard]] const Theme &theme() const override;

protected:
    [[nodiscard]] Head head(int column) const override;
    void click(int column, bool several) override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    [[nodiscard]] bool wraps(int column) const;

    FrameTableModel *m_model;
};

} // namespace sightglass
