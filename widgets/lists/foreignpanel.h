// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/panelview.h"

namespace sightglass {

/// What stands in the place of a panel that is not drawn here: which plugin draws it and what it asks, and
/// that it is kept as it is. No fault of anybody's, so it looks calm. Needs no data.
class ForeignPanel : public PanelView
{
    Q_OBJECT

public:
    ForeignPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void exportTo(QPainter &painter) override;

    /// What it says: the plugin, the data source where there is one, what becomes of it.
    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    [[nodiscard]] DisplayList drawing() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Theme m_theme;
    QStringList m_texts;
};

/// The type of the data source that a panel of Grafana's JSON asks ("loki"), by its own member, that of its
/// first query, or its name; empty where none is said.
[[nodiscard]] std::string foreignDataSource(const std::string &json);

} // namespace sightglass
