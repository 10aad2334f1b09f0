// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/metricbrowser.h"

#include "widgets/style/stylesheets.h"
#include "widgets/views/metricdelegate.h"

#include <QAction>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace sightglass {

MetricBrowser::MetricBrowser(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new MetricListModel(this))
    , m_delegate(new MetricDelegate(theme, this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_count(new QLabel(this))
{
    m_search->setPlaceholderText(tr("Search metrics"));
    m_search->setAccessibleName(tr("Search metrics"));
    m_search->setClearButtonEnabled(true);
    m_search->setObjectName(QStringLiteral("metricSearch"));
    m_list->setObjectName(QStringLiteral("metricList"));
    m_list->setAccessibleName(tr("Metrics"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setToolTip(
        tr("A click writes the query that suits the metric; with Ctrl it becomes one more query"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 4, 4);
    layout->setSpacing(6);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);

    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        m_list->scrollToTop();
        updateCount();
    });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index, QGuiApplication::keyboardModifiers()); });
    setTheme(theme);
    updateCount();
}

void MetricBrowser::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_list->setStyleSheet(QStringLiteral("QListView{background:%1;border:0}").arg(theme.surface.name()) +
                          slimScrollBars(theme));
    m_list->viewport()->update();
}

void MetricBrowser::setCatalog(const std::shared_ptr<const MetricCatalog> &catalog)
{
    const int scrolled = m_list->verticalScrollBar()->value();
    const FamilyEntry *current = m_model->family(m_list->currentIndex().row());
    const std::string name = current != nullptr ? current->name : std::string();
    m_model->setCatalog(catalog);
    for (int row = 0; row < m_model->rowCount() && !name.empty(); ++row) {
        if (m_model->family(row)->name != name)
            continue;
        m_list->setCurrentIndex(m_model->index(row));
        break;
    }
    m_list->verticalScrollBar()->setValue(scrolled);
    updateCount();
}

void MetricBrowser::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void MetricBrowser::offerDashboard()
{
    auto *action = new QAction(tr("Add to &dashboard…"), m_list);
    connect(action, &QAction::triggered, this, [this] {
        if (const FamilyEntry *family = m_model->family(m_list->currentIndex().row()))
            emit dashboardRequested(family->name);
    });
    m_list->addAction(action);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MetricBrowser::updateCount()
{
    const int matches =
        static_cast<int>(std::min<std::size_t>(m_model->matches(), std::numeric_limits<int>::max()));
    QString text = tr("%n metric(s)", nullptr, matches);
    if (m_model->matches() > MetricListModel::mostRows)
        text += QStringLiteral(" · ") + tr("the first %1 are listed").arg(MetricListModel::mostRows);
    m_count->setText(text);
}

void MetricBrowser::choose(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    if (const FamilyEntry *family = index.isValid() ? m_model->family(index.row()) : nullptr)
        emit familyChosen(family->name, modifiers.testFlag(Qt::ControlModifier));
}

bool MetricBrowser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter) {
        const QModelIndex current = m_list->currentIndex();
        choose(current.isValid() ? current : m_model->index(0), key->modifiers());
        return true;
    }
    // From the search straight into the list.
    if (watched == m_search && key->key() == Qt::Key_Down && m_model->rowCount() > 0) {
        m_list->setFocus();
        m_list->setCurrentIndex(m_model->index(0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sightglass
