// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QAbstractButton;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace sightglass {

/// A line of widgets. Where it has not the room for all of them, buttons go into a menu at its end, one after
/// the other, and come back when there is room again; last of all the text of one button is cut.
class FoldingBar : public QWidget
{
    Q_OBJECT

public:
    explicit FoldingBar(QWidget *parent = nullptr);

    /// Behind what is there.
    void addWidget(QWidget *widget, int stretch = 0);
    void addSpacing(int pixels);
    void addStretch();
    /// One that may go into the menu, where its accessible name stands: the higher `order`, the earlier.
    void addFolding(QAbstractButton *button, int order);
    /// Instead of setVisible() of what was added.
    void setShown(QWidget *widget, bool shown);
    /// The text of the button, as much of it as there is room for. One button of a bar.
    void setElasticText(QAbstractButton *button, const QString &text);

    /// The margins and the distance between two widgets.
    void setSpace(const QMargins &margins, int spacing);

    /// "⋯", with the menu; hidden while everything has its place.
    [[nodiscard]] QToolButton *moreButton() const noexcept { return m_more; }

    /// With everything in its place.
    [[nodiscard]] QSize sizeHint() const override;
    /// With all that may in the menu.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Item
    {
        QWidget *widget = nullptr; ///< null: a space
        int space = 0;
        int order = 0; ///< 0: never in the menu
        bool shown = true;
        bool folded = false;
    };

    [[nodiscard]] int widthOf(const Item &item) const;
    [[nodiscard]] int widthOfAll(bool folded) const;
    [[nodiscard]] QSize sizeOf(int width) const;
    void add(const Item &item, int stretch);
    void fold();
    void fillMenu();

    QHBoxLayout *m_layout;
    QToolButton *m_more;
    QMenu *m_menu;
    std::vector<Item> m_items;
    QAbstractButton *m_elastic = nullptr;
    QString m_elasticText;
    int m_elasticChrome = 0; ///< what its button takes beside the text
    bool m_folding = false;
};

} // namespace sightglass
