// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/presentedview.h"

namespace sightglass {

class BarGaugePanel;

/// A bar gauge with a legend, as its options may ask for: each bar's name and colour, with calculations of
/// its series. What is hidden there has no bar.
class LegendedBars : public PresentedView
{
    Q_OBJECT

public:
    LegendedBars(const PanelSpec &spec, const LegendOptions &legend, const Theme &theme,
                 QWidget *parent = nullptr);

    void setTimeZone(const QTimeZone &zone) override;
    [[nodiscard]] BarGaugePanel *bars() const { return m_bars; }

protected:
    void present() override;
    void themeChanged() override;
    void visibilityChanged() override;
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override;
    void exportContent(QPainter &painter) override;

private:
    void list();

    BarGaugePanel *m_bars;
    ZoneRule m_zone;
    std::shared_ptr<SeriesColorBook> m_givenBook; ///< that m_bars has
};

/// The bar gauge of a spec: with a legend where it asks for one.
[[nodiscard]] PanelView *createBarGauge(const PanelSpec &spec, const Theme &theme, QWidget *parent);

} // namespace sightglass
