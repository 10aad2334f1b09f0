// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "widgets/panelkit/panelview.h"

namespace sightglass {

class RowList;

/// The alerts of the rules that are watched, the gravest first, or how many there are. Needs no data of its
/// own.
class AlertListPanel : public PanelView
{
    Q_OBJECT

public:
    AlertListPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setTimeZone(const QTimeZone &zone) override;
    void setRules(const std::vector<RuleStatus> &rules, const std::vector<std::string> &ownGroups) override;
    void exportTo(QPainter &painter) override;

    [[nodiscard]] RowList *list() const { return m_list; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void present();
    void paintNumber(QPainter &painter) const;

    AlertListOptions m_options;
    Theme m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<RuleStatus> m_rules;
    std::vector<std::string> m_ownGroups;
    RowList *m_list;
    int m_alerts = 0;
    bool m_more = false; ///< than could be counted
    QColor m_color;      ///< of the gravest
};

} // namespace sightglass
