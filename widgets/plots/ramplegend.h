// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/colorramp.h"
#include "widgets/style/theme.h"

#include <QWidget>

namespace sightglass {

/// What the colours of a heatmap mean: the ramp from nothing to its largest count.
class RampLegend : public QWidget
{
    Q_OBJECT

public:
    explicit RampLegend(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `largest`: displayable text at the end of the ramp; empty hides the ramp.
    void setScale(const ColorRamp &ramp, const QString &largest);
    [[nodiscard]] int wantedHeight() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    ColorRamp m_ramp{};
    QString m_largest;
};

} // namespace sightglass
