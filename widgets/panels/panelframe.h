// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "widgets/panelkit/panelview.h"

#include <QFrame>

namespace sightglass {

/// A panel on a dashboard: title line (description on demand), state of the alerts that belong to it as a
/// coloured mark and border, the view, and instead of it or over it "no data yet" or the error of its query.
class PanelFrame : public QFrame
{
    Q_OBJECT

public:
    PanelFrame(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~PanelFrame() override;

    [[nodiscard]] const PanelSpec &spec() const noexcept;
    [[nodiscard]] PanelView *view() const noexcept;

    /// Null: nothing was asked yet.
    void setData(const PanelDataPtr &data);
    /// What was handed in last.
    [[nodiscard]] const PanelDataPtr &panelData() const noexcept;
    void setTheme(const Theme &theme);
    /// The worst state of the panel's alerts, with its rule's summary as tool tip text (plain).
    void setAlertState(AlertState state, Severity severity, const QString &summary);
    [[nodiscard]] AlertState alertState() const noexcept;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sightglass
