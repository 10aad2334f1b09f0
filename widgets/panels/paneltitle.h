// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "widgets/style/theme.h"

#include <QWidget>

namespace sightglass {

/// The first line of a panel: alert mark, title, and at the right an information mark for the description and
/// a warning mark for remarks on the query. Texts are displayable and plain.
class PanelTitle : public QWidget
{
    Q_OBJECT

public:
    PanelTitle(const QString &title, const QString &description, const Theme &theme,
               QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setAlert(AlertState state, const QString &summary);
    void setRemarks(const QStringList &remarks);
    /// What the tool tip says at a place: alert, description, remarks, or the title where it is cut. Plain
    /// text.
    [[nodiscard]] QString toolTipAt(QPoint position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QRect alertRect() const;
    [[nodiscard]] QRect infoRect() const;
    [[nodiscard]] QRect remarkRect() const;
    [[nodiscard]] QRect textRect() const;
    [[nodiscard]] QString alertText() const;
    void paintAlert(QPainter &painter) const;

    QString m_title;
    QString m_description;
    QStringList m_remarks;
    QString m_summary;
    AlertState m_alert = AlertState::Inactive;
    Theme m_theme;
};

} // namespace sightglass
