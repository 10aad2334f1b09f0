// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/foldingbar.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int leastElasticText = 60; ///< logical pixels

} // namespace

FoldingBar::FoldingBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(m_more))
{
    m_more->setObjectName(QStringLiteral("moreTools"));
    m_more->setText(QStringLiteral("⋯"));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator{image:none}"));
    m_more->hide();
    m_layout->addWidget(m_more);
    connect(m_menu, &QMenu::aboutToShow, this, &FoldingBar::fillMenu);
}

void FoldingBar::setSpace(const QMargins &margins, int spacing)
{
    m_layout->setContentsMargins(margins);
    m_layout->setSpacing(spacing);
}

void FoldingBar::add(const Item &item, int stretch)
{
    m_items.push_back(item);
    const int before = m_layout->indexOf(m_more);
    if (item.widget != nullptr)
        m_layout->insertWidget(before, item.widget, stretch);
    else if (stretch > 0)
        m_layout->insertStretch(before, stretch);
    else
        m_layout->insertSpacing(before, item.space);
}

void FoldingBar::addWidget(QWidget *widget, int stretch)
{
    add({.widget = widget}, stretch);
}

void FoldingBar::addSpacing(int pixels)
{
    add({.space = pixels}, 0);
}

void FoldingBar::addStretch()
{
    add({}, 1);
}

void FoldingBar::addFolding(QAbstractButton *button, int order)
{
    add({.widget = button, .order = order}, 0);
}

void FoldingBar::setShown(QWidget *widget, bool shown)
{
    const auto item = std::ranges::find(m_items, widget, &Item::widget);
    if (item == m_items.end() || item->shown == shown)
        return;
    item->shown = shown;
    if (!shown)
        widget->hide();
    fold();
    if (shown && !item->folded)
        widget->show();
    updateGeometry();
}

void FoldingBar::setElasticText(QAbstractButton *button, const QString &text)
{
    if (button == m_elastic && text == m_elasticText)
        return;
    m_elastic = button;
    m_elasticText = text;
    button->setText(text);
    m_elasticChrome = button->sizeHint().width() - button->fontMetrics().horizontalAdvance(text);
    fold();
    updateGeometry();
}

// ---- sizes

int FoldingBar::widthOf(const Item &item) const
{
    if (item.widget == nullptr)
        return item.space;
    if (item.widget == m_elastic)
        return m_elasticChrome + m_elastic->fontMetrics().horizontalAdvance(m_elasticText);
    const bool takesWhatIsLeft = item.widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
    return takesWhatIsLeft ? 0 : std::max(item.widget->sizeHint().width(), item.widget->minimumWidth());
}

/// Of all that is shown, or of what is left of it beside the menu.
int FoldingBar::widthOfAll(bool folded) const
{
    const QMargins margins = m_layout->contentsMargins();
    int width = margins.left() + margins.right();
    bool first = true;
    bool menu = false;
    const auto take = [&](int one) {
        width += one + (first ? 0 : m_layout->spacing());
        first = false;
    };
    for (const Item &item : m_items) {
        const bool inMenu = folded && item.folded;
        menu = menu || (inMenu && item.shown);
        if (item.shown && !inMenu)
            take(widthOf(item));
    }
    if (menu)
        take(m_more->sizeHint().width());
    return width;
}

QSize FoldingBar::sizeOf(int width) const
{
    const QMargins margins = m_layout->contentsMargins();
    int height = m_more->sizeHint().height();
    for (const Item &item : m_items) {
        if (item.widget != nullptr && item.shown)
            height = std::max(height, item.widget->sizeHint().height());
    }
    return {width, height + margins.top() + margins.bottom()};
}

QSize FoldingBar::sizeHint() const
{
    return sizeOf(widthOfAll(false));
}

QSize FoldingBar::minimumSizeHint() const
{
    const QMargins margins = m_layout->contentsMargins();
    int width = margins.left() + margins.right();
    bool folds = false;
    for (const Item &item : m_items) {
        folds = folds || item.order > 0;
        if (item.order > 0 || !item.shown)
            continue;
        const bool cut = item.widget != nullptr && item.widget == m_elastic;
        width += (cut ? std::min(widthOf(item), m_elasticChrome + leastElasticText) : widthOf(item)) +
                 m_layout->spacing();
    }
    return sizeOf(width + (folds ? m_more->sizeHint().width() : 0));
}

// ---- folding

void FoldingBar::fold()
{
    if (m_folding)
        return;
    const QScopedValueRollback guard(m_folding, true);
    std::vector<Item *> candidates;
    for (Item &item : m_items) {
        item.folded = false;
        if (item.order > 0 && item.shown)
            candidates.push_back(&item);
    }
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Item::order);
    for (Item *item : candidates) {
        if (widthOfAll(true) <= width())
            break;
        item->folded = true;
    }
    bool menu = false;
    for (const Item &item : m_items) {
        menu = menu || item.folded;
        if (item.order > 0 && item.shown && item.widget->isHidden() != item.folded)
            item.widget->setVisible(!item.folded);
    }
    if (m_more->isHidden() == menu)
        m_more->setVisible(menu);
    if (m_elastic == nullptr)
        return;
    const QFontMetrics metrics = m_elastic->fontMetrics();
    const int lacking = std::max(widthOfAll(true) - width(), 0);
    const int room = std::max(metrics.horizontalAdvance(m_elasticText) - lacking, leastElasticText);
    m_elastic->setText(lacking > 0 ? metrics.elidedText(m_elasticText, Qt::ElideRight, room) : m_elasticText);
}

void FoldingBar::fillMenu()
{
    m_menu->clear();
    for (const Item &item : m_items) {
        if (!item.folded)
            continue;
        auto *button = static_cast<QAbstractButton *>(item.widget);
        QString name = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        QAction *action = m_menu->addAction(name.replace(u'&', QStringLiteral("&&")));
        action->setEnabled(button->isEnabled());
        action->setCheckable(button->isCheckable());
        action->setChecked(button->isChecked());
        connect(action, &QAction::triggered, button, &QAbstractButton::click);
    }
}

bool FoldingBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return QWidget::event(event);
}

void FoldingBar::resizeEvent(QResizeEvent *event)
{
    fold();
    QWidget::resizeEvent(event);
}

void FoldingBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool metrics = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (!metrics || m_elastic == nullptr)
        return;
    const QString text = m_elasticText;
    m_elasticText = QString();
    setElasticText(m_elastic, text);
}

} // namespace sightglass
