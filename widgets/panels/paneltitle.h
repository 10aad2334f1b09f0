// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "widgets/chart/displaylist.h"
#include "widgets/style/theme.h"

#include <QWidget>

namespace sightglass {

/// The first line of a panel: alert mark, title, and behind it marks for remarks on the query, for links and
/// for the description. The buttons of the menu and to Explore lie at the right while the pointer or the
/// keyboard is in the panel; without them the title has the whole line, before all marks but remarks. Texts
/// are displayable and plain.
class PanelTitle : public QWidget
{
    Q_OBJECT

public:
    PanelTitle(const QString &title, const QString &description, const Theme &theme,
               QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setTheme(const Theme &theme);
    void setAlert(AlertState state, const QString &summary);
    void setRemarks(const QStringList &remarks);
    /// What is of less weight: it is told where the description is.
    void setNotices(const QStringList &notices);
    void setLinked(bool linked);
    void setMenuShown(bool shown);
    /// A button beside the menu's leads to Explore.
    void setExplorable(bool explorable);
    /// The pointer says that the panel can be moved by it.
    void setDraggable(bool draggable);
    /// Something of its own to click on lies here.
    [[nodiscard]] bool isButtonAt(QPoint position) const;
    /// What the tool tip says at a place: alert, description, remarks, or the title where it is cut. Plain
    /// text.
    [[nodiscard]] QString toolTipAt(QPoint position) const;
    /// All of it, one below the other: description, then remarks.
    [[nodiscard]] QString everything() const;
    // Where the pointer finds things, which brings the buttons along; null for what is not there.
    [[nodiscard]] QRect menuRect() const;
    [[nodiscard]] QRect exploreRect() const;
    [[nodiscard]] QRect linkRect() const;
    [[nodiscard]] QRect infoRect() const;

    /// Without the menu's button.
    [[nodiscard]] DisplayList drawing() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void menuRequested();
    void exploreRequested();
    void linksRequested();
    void remarksRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    enum class Buttons
    {
        Hidden,
        Shown
    };
    /// Where things lie; null for what is not there.
    struct Places
    {
        QRect text;
        QRect remark;
        QRect link;
        QRect info;
    };

    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] Places places(Buttons buttons) const;
    [[nodiscard]] DisplayList drawing(Buttons buttons) const;
    [[nodiscard]] QRect buttonRect(int place) const;
    [[nodiscard]] QRect alertRect() const;
    [[nodiscard]] QRect remarkRect() const;
    [[nodiscard]] QRect textRect() const;
    [[nodiscard]] QString alertText() const;
    [[nodiscard]] QString infoText() const;
    void drawAlert(DisplayList &list) const;
    void drawMark(DisplayList &list, const QRect &rect, const QColor &color, QChar letter) const;
    void drawLink(DisplayList &list, const QRect &rect) const;
    void drawMenu(DisplayList &list) const;
    void drawExplore(DisplayList &list) const;
    [[nodiscard]] bool hasExplore() const;

    QString m_title;
    QString m_description;
    QStringList m_remarks;
    QStringList m_notices;
    QString m_summary;
    AlertState m_alert = AlertState::Inactive;
    Theme m_theme;
    bool m_linked = false;
    bool m_menuShown = false;
    bool m_explorable = false;
    bool m_draggable = false;
};

} // namespace sightglass
