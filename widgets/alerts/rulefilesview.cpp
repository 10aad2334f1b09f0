// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/rulefilesview.h"

#include "model/presentation/displaytext.h"
#include "model/scrape/rulefilereading.h"
#include "widgets/style/plaintable.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

namespace sightglass {

namespace {

enum Column
{
    OnColumn,
    NameColumn,
    RulesColumn,
    OriginColumn,
    StateColumn,
    ColumnCount
};

/// The file's name; of one that comes along its own.
QString nameOf(const QString &file)
{
    return isBundledRules(file) ? file.mid(bundledRulesPrefix.size()) : QFileInfo(file).fileName();
}

QString originText(const RuleFileLine &line)
{
    switch (line.origin) {
    case RuleFileLine::Origin::Opened:
        return isBundledRules(line.file) ? RuleFilesView::tr("comes along")
                                         : displayText(QFileInfo(line.file).path(), 200);
    case RuleFileLine::Origin::Named:
        return displayText(QFileInfo(line.file).path(), 200) + QStringLiteral(" · ") +
               RuleFilesView::tr("named by a prometheus.yml");
    case RuleFileLine::Origin::Dashboard:
        return RuleFilesView::tr("comes along, for a dashboard that is open");
    case RuleFileLine::Origin::Bundled:
        break;
    }
    return RuleFilesView::tr("comes along");
}

/// Boxes of the style are hard to see in some themes.
class SwitchDelegate : public QStyledItemDelegate
{
public:
    SwitchDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QStyle *style = option.widget->style();
        const QRectF box = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &item, option.widget);
        const bool isOn = item.checkState == Qt::Checked;
        item.features &= ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::HasCheckIndicator);
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.text, 1.2));
        painter->setBrush(m_theme.surface);
        painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        if (isOn) {
            painter->setPen(QPen(m_theme.text, 2));
            const QPointF at = box.topLeft();
            const double side = box.width();
            painter->drawPolyline(
                QPolygonF({at + QPointF(side * 0.22, side * 0.52), at + QPointF(side * 0.43, side * 0.74),
                           at + QPointF(side * 0.8, side * 0.28)}));
        }
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

RuleFilesView::RuleFilesView(QWidget *parent)
    : QWidget(parent)
    , m_theme(darkTheme())
    , m_table(new QTableWidget(0, ColumnCount))
    , m_show(new QPushButton(tr("Show its &text")))
{
    makeTable();
    auto *open = new QPushButton(tr("&Open a rule file…"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 4, 6, 4);
    buttons->addWidget(open);
    buttons->addWidget(m_show);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_table, 1);
    connect(open, &QPushButton::clicked, this, &RuleFilesView::openRequested);
    const auto show = [this] {
        const int row = m_table->currentRow();
        if (row >= 0 && row < static_cast<int>(m_files.size()) && m_show->isEnabled())
            emit showRequested(m_files[static_cast<std::size_t>(row)].file);
    };
    connect(m_show, &QPushButton::clicked, this, show);
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (item->column() == OnColumn)
            emit switched(m_files[static_cast<std::size_t>(item->row())].file,
                          item->checkState() == Qt::Checked);
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &RuleFilesView::updateButtons);
    const auto addKey = [this](const QList<QKeySequence> &keys, const std::function<void()> &call) {
        auto *action = new QAction(m_table);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, call);
        m_table->addAction(action);
    };
    m_table->installEventFilter(this);
    addKey({Qt::Key_Return, Qt::Key_Enter}, show);
    setFocusProxy(m_table);
    updateButtons();
}

void RuleFilesView::makeTable()
{
    m_table->setObjectName(QStringLiteral("ruleFiles"));
    m_table->setAccessibleName(tr("Rule files"));
    m_table->setHorizontalHeaderLabels({tr("On"), tr("File"), tr("Rules"), tr("From"), tr("State")});
    makePlain(m_table, 8);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(OnColumn, new SwitchDelegate(m_theme, m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    const int letter = m_table->fontMetrics().averageCharWidth();
    const int widths[] = {6, 30, 8, 44};
    for (int column = 0; column < StateColumn; ++column)
        m_table->setColumnWidth(column, widths[column] * letter);
}

void RuleFilesView::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QSignalBlocker blocker(m_table);
    for (int row = 0; row < m_table->rowCount(); ++row)
        showLine(row);
}

void RuleFilesView::setFiles(const std::vector<RuleFileLine> &files)
{
    if (files == m_files)
        return;
    const int before = m_table->currentRow();
    const QString chosen = before >= 0 ? m_files[static_cast<std::size_t>(before)].file : QString();
    m_files = files;
    int current = m_files.empty() ? -1 : 0;
    {
        const QSignalBlocker blocker(m_table);
        m_table->setRowCount(static_cast<int>(m_files.size()));
        for (std::size_t i = 0; i < m_files.size(); ++i) {
            showLine(static_cast<int>(i));
            if (m_files[i].file == chosen)
                current = static_cast<int>(i);
        }
        m_table->setCurrentCell(current, OnColumn);
    }
    updateButtons();
}

void RuleFilesView::showLine(int row)
{
    const RuleFileLine &line = m_files[static_cast<std::size_t>(row)];
    const auto set = [this, row, &line](int column, const QString &text, const QString &toolTip = {}) {
        QTableWidgetItem *item = m_table->item(row, column);
        if (item == nullptr) {
            item = new QTableWidgetItem;
            m_table->setItem(row, column, item);
        }
        item->setText(text);
        item->setToolTip(plainToolTip(toolTip.isEmpty() ? text : toolTip));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setForeground(line.isOn ? m_theme.text : m_theme.textMuted);
        return item;
    };
    const QString name = displayText(nameOf(line.file), 200);
    QTableWidgetItem *on = set(OnColumn, {}, line.isOn ? tr("Switch it off") : tr("Switch it on"));
    on->setFlags(on->flags() | Qt::ItemIsUserCheckable);
    on->setCheckState(line.isOn ? Qt::Checked : Qt::Unchecked);
    on->setData(Qt::AccessibleTextRole, name);
    set(NameColumn, name, displayText(line.file, 1000));
    set(RulesColumn, QString::number(line.rules));
    set(OriginColumn, originText(line));
    if (!line.problem.isEmpty())
        set(StateColumn, line.problem)
            ->setForeground(m_theme.legible(m_theme.semantic(SemanticColor::Warning)));
    else
        set(StateColumn, line.isOn ? tr("in force") : tr("off"));
}

/// Space is the window's key for something else: here it is the switch's.
bool RuleFilesView::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_table || !isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        toggle(m_table->currentRow());
    return true;
}

void RuleFilesView::toggle(int row)
{
    if (row >= 0 && row < static_cast<int>(m_files.size()))
        emit switched(m_files[static_cast<std::size_t>(row)].file,
                      !m_files[static_cast<std::size_t>(row)].isOn);
}

void RuleFilesView::updateButtons()
{
    const int row = m_table->currentRow();
    m_show->setEnabled(row >= 0 && row < static_cast<int>(m_files.size()));
}

} // namespace sightglass
