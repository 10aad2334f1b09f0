// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/choicepopup.h"

#include "widgets/editors/choicedelegate.h"
#include "widgets/style/stylesheets.h"

#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {
constexpr int mostRowsShown = 10;
constexpr int smallestWidth = 260;
constexpr int margin = 4; ///< to the window's edges
} // namespace

ChoicePopup::ChoicePopup(const Theme &theme, QWidget *editor)
    : QFrame(editor)
    , m_editor(editor)
    , m_model(new ChoiceModel(this))
    , m_delegate(new ChoiceDelegate(m_model, theme, this))
    , m_list(new QListView(this))
    , m_help(new QLabel(this))
{
    setObjectName(QStringLiteral("choicePopup"));
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Suggestions"));
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    m_help->setContentsMargins(8, 4, 8, 6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_help);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit chosen(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChoicePopup::showHelp);
    setTheme(theme);
    hide();
}

void ChoicePopup::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    setStyleSheet(
        QStringLiteral("#choicePopup{background:%1;border:1px solid %2;border-radius:4px}"
                       "QListView{background:%1;color:%3;border:0}"
                       "QLabel{color:%4;border-top:1px solid %2}")
            .arg(theme.surfaceRaised.name(), theme.axis.name(), theme.text.name(), theme.textMuted.name()) +
        slimScrollBars(theme));
}

void ChoicePopup::show(std::vector<Choice> choices, const QRect &line)
{
    if (choices.empty()) {
        hide();
        return;
    }
    if (parentWidget() != m_editor->window())
        setParent(m_editor->window());
    m_model->setChoices(std::move(choices));
    m_delegate->measure(m_list->font());
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->scrollToTop();
    showHelp();
    place(line);
    QFrame::show();
    raise();
}

void ChoicePopup::place(const QRect &line)
{
    QWidget *window = m_editor->window();
    const QRect whole = window->rect().adjusted(margin, margin, -margin, -margin);
    const QRect asked(m_editor->mapTo(window, line.topLeft()), line.size());
    const int width = std::clamp(m_delegate->wantedWidth() + m_list->verticalScrollBar()->sizeHint().width(),
                                 smallestWidth, whole.width());
    const int rows = std::min(m_model->rowCount(), mostRowsShown);
    // Room for the longest help of two lines, so that the list does not jump while one goes through it.
    const int helpHeight = m_help->isHidden() ? 0 : 2 * m_help->fontMetrics().height() + 12;
    m_help->setFixedHeight(helpHeight);
    const int wanted = rows * m_list->sizeHintForRow(0) + helpHeight + 4;
    const int below = whole.bottom() - asked.bottom();
    const int above = asked.top() - whole.top();
    const bool under = below >= wanted || below >= above;
    const int height = std::min(wanted, under ? below : above);
    const int left = std::clamp(asked.left(), whole.left(), std::max(whole.left(), whole.right() - width));
    setGeometry(left, under ? asked.bottom() + 2 : asked.top() - height - 2, width, height);
}

void ChoicePopup::showHelp()
{
    const int row = current();
    m_help->setHidden(!m_delegate->hasLongHelp());
    m_help->setText(row < 0 ? QString() : m_model->choice(row).help);
}

bool ChoicePopup::navigate(int key)
{
    const int rows = m_model->rowCount();
    int row = current();
    switch (key) {
    case Qt::Key_Down:
        row = (row + 1) % rows;
        break;
    case Qt::Key_Up:
        row = (row + rows - 1) % rows;
        break;
    case Qt::Key_PageDown:
        row = std::min(row + mostRowsShown, rows - 1);
        break;
    case Qt::Key_PageUp:
        row = std::max(row - mostRowsShown, 0);
        break;
    default:
        return false;
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    return true;
}

int ChoicePopup::current() const
{
    return m_list->currentIndex().row();
}

int ChoicePopup::count() const
{
    return m_model->rowCount();
}

QString ChoicePopup::textAt(int row) const
{
    return m_model->choice(row).text;
}

} // namespace sightglass
