// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/optionpopup.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int mostRows = 14;
constexpr int leastWidth = 180;
constexpr int mostWidth = 520;
constexpr int measuredRows = 300; ///< of very many, the first ones say how wide the list is

} // namespace

OptionPopup::OptionPopup(OptionModel::Choice choice, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_choice(choice)
    , m_model(new OptionModel(choice, this))
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_count(new QLabel)
    , m_toggleFound(new QPushButton(tr("All found")))
{
    setFrameShape(QFrame::StyledPanel);
    m_search->setObjectName(QStringLiteral("optionSearch"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("optionList"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Values"));
    m_count->setTextFormat(Qt::PlainText);
    m_toggleFound->setToolTip(tr("Choose all that are found, or none of them"));
    m_toggleFound->setFocusPolicy(Qt::TabFocus);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(m_toggleFound);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(bottom);
    m_toggleFound->setVisible(choice == OptionModel::Choice::Many);
    setFocusProxy(m_search);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &OptionPopup::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { pick(index.row()); });
    connect(m_toggleFound, &QPushButton::clicked, m_model, &OptionModel::toggleFound);
    connect(m_model, &OptionModel::dataChanged, this, &OptionPopup::showCount);
}

void OptionPopup::showAt(QWidget *anchor)
{
    m_search->setPlaceholderText(m_model->canType() ? tr("Search, or type a value") : tr("Search"));
    m_cancelled = false;
    m_before = m_model->chosen();
    m_search->clear();
    m_model->setSearch({});
    showCount();
    const QFontMetrics metrics(m_list->font());
    int width = leastWidth;
    for (int row = 0; row < std::min(m_model->rowCount(), measuredRows); ++row)
        width = std::max(width, metrics.horizontalAdvance(m_model->index(row).data().toString()) + 64);
    width = std::max(std::min(width, mostWidth), bottomWidth());
    const int rowHeight = std::max(m_list->sizeHintForRow(0), metrics.height());
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight + 4);
    setFixedWidth(std::max(width, anchor->width()));
    adjustSize();
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height()));
    if (at.y() + height() > screen.bottom())
        at.setY(anchor->mapToGlobal(QPoint()).y() - height());
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - this->width())));
    at.setY(std::max(at.y(), screen.top()));
    move(at);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
    const int first = std::max(m_model->firstChosen(), 0);
    m_list->setCurrentIndex(m_model->index(first));
    m_list->scrollTo(m_model->index(first), QAbstractItemView::PositionAtCenter);
}

/// Of the line below the list, also when all are chosen.
int OptionPopup::bottomWidth() const
{
    const QMargins margins = layout()->contentsMargins();
    const QFontMetrics metrics(m_count->font());
    const int count = m_count->sizeHint().width() + metrics.horizontalAdvance(QStringLiteral("000"));
    const int button = m_choice == OptionModel::Choice::Many
                           ? layout()->spacing() + m_toggleFound->sizeHint().width()
                           : 0;
    return margins.left() + count + button + margins.right() + 2 * frameWidth();
}

void OptionPopup::search(const QString &text)
{
    m_model->setSearch(text);
    // All is there in any case: what was searched for comes behind it.
    const bool hasMore = m_model->rowCount() > 1 && !text.isEmpty();
    m_list->setCurrentIndex(m_model->index(hasMore && m_model->offersAll() ? 1 : 0));
    showCount();
}

void OptionPopup::showCount()
{
    const auto chosen = static_cast<int>(m_model->chosen().size());
    const QString found = tr("%n value(s)", nullptr, m_model->foundCount());
    m_count->setText(m_choice == OptionModel::Choice::Many ? tr("%1, %2 chosen").arg(found).arg(chosen)
                                                           : found);
}

void OptionPopup::pick(int row)
{
    const bool typed = m_model->isTyped(row);
    m_model->toggle(row);
    // The next one may be typed.
    if (typed)
        m_search->clear();
    if (m_choice == OptionModel::Choice::One)
        close();
}

bool OptionPopup::takeKey(int key)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        m_cancelled = true;
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_choice == OptionModel::Choice::Many && m_model->isTyped(row)) {
            pick(row);
            return true;
        }
        // What is highlighted is what is meant, unless clicks have chosen already.
        if (row >= 0 && (m_choice == OptionModel::Choice::One || m_model->chosen() == m_before))
            m_model->chooseOnly(row);
        close();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int step = key == Qt::Key_PageDown || key == Qt::Key_PageUp ? mostRows - 1 : 1;
        const bool down = key == Qt::Key_Down || key == Qt::Key_PageDown;
        const int next = std::clamp(row + (down ? step : -step), 0, std::max(m_model->rowCount() - 1, 0));
        m_list->setCurrentIndex(m_model->index(next));
        return true;
    }
    default:
        return false;
    }
}

bool OptionPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool toggles = watched == m_list && key->key() == Qt::Key_Space;
    const bool togglesInSearch = key->key() == Qt::Key_Space && (key->modifiers() & Qt::ControlModifier) != 0;
    if (toggles || togglesInSearch) {
        pick(m_list->currentIndex().row());
        return true;
    }
    return takeKey(key->key()) || QFrame::eventFilter(watched, event);
}

void OptionPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (!m_cancelled && m_model->chosen() != m_before)
        emit chosen(m_model->chosen());
}

} // namespace sightglass
