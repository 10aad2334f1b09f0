// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/frametable.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/panelkit/seriesstats.h"
#include "widgets/style/stylesheets.h"
#include "widgets/tables/cellinspector.h"
#include "widgets/tables/filterheader.h"
#include "widgets/tables/filterpopup.h"
#include "widgets/tables/framecelldelegate.h"
#include "widgets/tables/frametablemodel.h"
#include "widgets/tables/tablecopy.h"
#include "widgets/tables/tabledrawing.h"
#include "widgets/tables/tablefooterrow.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int mostFrames = 1000; ///< to choose from

QString styleSheetOf(const Theme &theme)
{
    return QStringLiteral("QTableView{background:%1;color:%2;border:0;selection-background-color:%3;"
                          "selection-color:%2;outline:0}"
                          "QHeaderView{background:%3;border:0}")
               .arg(theme.surface.name(), theme.text.name(), theme.surfaceRaised.name()) +
           slimScrollBars(theme);
}

std::vector<TableSorting> sortingOf(const TableOptions &options)
{
    std::vector<TableSorting> sorting;
    for (const TableSort &one : options.sort)
        sorting.push_back({displayText(std::string_view(one.field)),
                           one.descending ? Qt::DescendingOrder : Qt::AscendingOrder});
    return sorting;
}

} // namespace

FrameTable::FrameTable(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_options(std::get_if<TableOptions>(&spec.options) != nullptr ? std::get<TableOptions>(spec.options)
                                                                    : TableOptions())
    , m_model(new FrameTableModel(theme, this))
    , m_table(new QTableView(this))
    , m_header(new FilterHeader(m_model, m_table))
    , m_footer(new TableFooterRow(m_header, theme, this))
    , m_choice(new QComboBox(this))
    , m_back(new QToolButton(this))
    , m_on(new QToolButton(this))
    , m_page(new QLabel(this))
{
    m_model->setSorting(sortingOf(m_options));
    m_table->setHorizontalHeader(m_header);
    setupTable(m_table);
    m_header->setVisible(m_options.header);
    m_header->setMinimumSectionSize(narrowestColumn);
    m_header->setResizeContentsPrecision(measuredRows);
    m_table->setAccessibleName(tr("Table: %1").arg(displayText(std::string_view(spec.title))));
    m_table->installEventFilter(this);
    makeCopyable(m_table);
    m_footer->setVisible(m_options.footer.shown);
    m_choice->setAccessibleName(tr("Table shown"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_back->setText(QStringLiteral("‹"));
    m_back->setAccessibleName(tr("Previous page"));
    m_on->setText(QStringLiteral("›"));
    m_on->setAccessibleName(tr("Next page"));
    for (QWidget *part : {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_back),
                          static_cast<QWidget *>(m_on), static_cast<QWidget *>(m_page)})
        part->hide();
    connect(m_choice, &QComboBox::activated, this, [this] { showFrame(); });
    connect(m_back, &QToolButton::clicked, this, [this] { turnPage(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { turnPage(1); });
    connect(m_header, &FilterHeader::filterWanted, this, &FrameTable::openFilter);
    connect(m_header, &QHeaderView::sectionResized, this, [this] { layoutFrozen(); });
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_footer,
            qOverload<>(&QWidget::update));
    connect(m_table, &QTableView::clicked, this, &FrameTable::followLinks);
    connect(m_table, &QTableView::doubleClicked, this, &FrameTable::inspect);
    connect(m_model, &FrameTableModel::arranged, this, &FrameTable::describe);
    setTheme(theme);
}

void FrameTable::setupTable(QTableView *table)
{
    table->setModel(m_model);
    table->setItemDelegate(new FrameCellDelegate(m_model, table));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setDefaultSectionSize(rowHeight());
}

// ---- data

void FrameTable::setData(const PanelDataPtr &answer)
{
    const bool first = !m_data;
    m_data = answer;
    nameFrames();
    if (first && m_options.frame > 0)
        m_choice->setCurrentIndex(std::min(m_options.frame, m_choice->count() - 1));
    showFrame();
}

void FrameTable::nameFrames()
{
    QStringList names;
    for (const Frame &frame : *m_data->frames) {
        if (names.size() < mostFrames)
            names << displayText(std::string_view(frameDisplayName(frame)));
    }
    QStringList before;
    for (int i = 0; i < m_choice->count(); ++i)
        before << m_choice->itemText(i);
    if (names == before)
        return;
    // By name: frames that come and go shall not change which one is looked at.
    const QString current = m_choice->currentText();
    m_choice->clear();
    m_choice->addItems(names);
    m_choice->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, names.indexOf(current))));
    m_choice->setVisible(names.size() > 1);
    layoutParts();
}

void FrameTable::showFrame()
{
    m_model->setFrames(m_data->frames, static_cast<std::size_t>(std::max(0, m_choice->currentIndex())),
                       m_data->range);
    QStringList columns;
    for (int column = 0; column < m_model->columnCount(); ++column)
        columns << m_model->headerData(column, Qt::Horizontal).toString();
    if (columns == m_columns)
        return;
    m_columns = columns;
    layoutColumns();
}

void FrameTable::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
    m_footer->setTheme(theme);
    m_table->setStyleSheet(styleSheetOf(theme));
    if (m_frozen != nullptr)
        m_frozen->setStyleSheet(styleSheetOf(theme));
    QPalette palette = m_page->palette();
    palette.setColor(QPalette::WindowText, theme.textMuted);
    m_page->setPalette(palette);
}

void FrameTable::setTimeZone(const QTimeZone &zone)
{
    m_model->setZone(zoneRule(zone));
}

void FrameTable::openFilter(int column)
{
    openFilterPopup(m_model, column, *m_header, m_table);
}

void FrameTable::followLinks(const QModelIndex &index)
{
    const std::vector<FrameTableModel::Link> links = m_model->links(index.row(), index.column());
    if (links.size() == 1)
        emit linkRequested(QUrl(links.front().url, QUrl::StrictMode));
    if (links.size() <= 1)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FrameTableModel::Link &link : links) {
        QString title = (link.title.isEmpty() ? displayText(link.url) : link.title);
        title.replace(u'&', QStringLiteral("&&"));
        menu->addAction(title, this,
                        [this, url = link.url] { emit linkRequested(QUrl(url, QUrl::StrictMode)); });
    }
    menu->popup(QCursor::pos());
}

void FrameTable::inspect(const QModelIndex &index)
{
    if (!index.isValid() || !m_model->configOf(index.column()).cell.inspect.value_or(false))
        return;
    const QPoint below = m_table->visualRect(index).bottomLeft();
    inspectCell(this, m_table->viewport()->mapToGlobal(below), m_model->wholeText(index), m_model->theme());
}

// ---- footer and pages

QString FrameTable::footerText(int column) const
{
    const TableFooter &footer = m_options.footer;
    const QString name = m_model->headerData(column, Qt::Horizontal).toString();
    if (footer.countRows && footer.calculations == std::vector<Calculation>{Calculation::Count})
        return column == 0 ? tr("Rows: %1").arg(m_model->matchingRows()) : QString();
    const bool chosen = std::ranges::any_of(footer.fields, [&](const std::string &field) {
        return displayText(std::string_view(field)) == name || field == m_model->fieldOf(column).name;
    });
    const bool shown = footer.fields.empty() ? m_model->fieldOf(column).type == FieldType::Number : chosen;
    QStringList lines;
    for (const Calculation calculation : footer.calculations) {
        const QString title = calculationName(calculation);
        if (shown)
            lines << (footer.calculations.size() > 1 ? title + u' ' : QString()) +
                         m_model->calculated(calculation, column);
        else if (column == 0)
            lines << title;
    }
    return lines.join(u'\n');
}

void FrameTable::describe()
{
    if (m_options.footer.shown) {
        QStringList texts;
        std::vector<Qt::Alignment> sides;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            texts << footerText(column);
            sides.push_back(m_model->alignment(column));
        }
        m_footer->setTexts(texts, sides);
    }
    const std::size_t all = m_model->frameRows();
    const std::size_t matching = m_model->matchingRows();
    QString text;
    if (m_model->pages() > 1)
        text = tr("Page %1 of %2").arg(m_model->page() + 1).arg(m_model->pages());
    if (matching < all)
        text +=
            (text.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("%1 of %2 rows").arg(matching).arg(all);
    m_page->setText(text);
    m_page->setVisible(!text.isEmpty());
    m_back->setVisible(m_model->pages() > 1);
    m_on->setVisible(m_model->pages() > 1);
    m_back->setEnabled(m_model->page() > 0);
    m_on->setEnabled(m_model->page() + 1 < m_model->pages());
    layoutParts();
}

void FrameTable::addTo(DisplayList &list, QPointF origin) const
{
    const Theme &theme = m_model->theme();
    const auto *cells = static_cast<const FrameCellDelegate *>(m_table->itemDelegate());
    const auto cell = [this, cells](DisplayList &drawn, const QRectF &rect, const QModelIndex &index) {
        const DisplayList one = cells->drawing(rect, index, m_table->font());
        for (const DisplayList::Item &item : one.items())
            drawn.add(item);
    };
    drawTable(list, *m_table, origin + m_table->pos(), theme, cell);
    if (m_frozen != nullptr && !m_frozen->isHidden())
        drawTable(list, *m_frozen, origin + m_table->pos() + m_frozen->pos(), theme, cell);
    if (!m_footer->isHidden())
        m_footer->addTo(list, origin + m_footer->pos());
    if (!m_choice->isHidden())
        list.add(DisplayList::Text{QRectF(m_choice->geometry()).translated(origin), m_choice->currentText(),
                                   m_choice->font(), theme.textMuted});
    if (!m_page->isHidden())
        list.add(DisplayList::Text{QRectF(m_page->geometry()).translated(origin), m_page->text(),
                                   m_page->font(), theme.textMuted});
}

std::optional<PanelView::FilteredRows> FrameTable::filteredRows() const
{
    if (!m_model->isFiltered())
        return std::nullopt;
    return PanelView::FilteredRows{m_model->matchingRows(), m_model->frameRows()};
}

PanelDataPtr FrameTable::arrangedData() const
{
    const auto index = static_cast<std::size_t>(std::max(0, m_choice->currentIndex()));
    if (!m_data || !m_data->frames || index >= m_data->frames->size() || !m_model->isArranged())
        return nullptr;
    auto frames = std::make_shared<std::vector<Frame>>(*m_data->frames);
    Frame &frame = (*frames)[index];
    const Frame &whole = (*m_data->frames)[index];
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        const Field &from = whole.fields[i];
        Field &to = frame.fields[i];
        to.values.clear();
        to.trends.clear();
        for (const std::uint32_t row : m_model->order()) {
            to.values.push_back(row < from.values.size() ? from.values[row] : FieldValue());
            if (row < from.trends.size())
                to.trends.push_back(from.trends[row]);
        }
    }
    auto arranged = std::make_shared<PanelData>(*m_data);
    arranged->frames = std::move(frames);
    return arranged;
}

void FrameTable::turnPage(int step)
{
    m_model->setPage(m_model->page() + step);
    m_table->scrollToTop();
}

bool FrameTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const QModelIndex current = m_table->currentIndex();
    const bool several = key->modifiers().testFlag(Qt::ShiftModifier);
    if (key->key() == Qt::Key_Space && current.isValid()) {
        m_header->toggleSorting(current.column(), several);
        return true;
    }
    if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier) && current.isValid()) {
        openFilter(current.column());
        return true;
    }
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && current.isValid()) {
        if (m_model->hasLinks(current.column()))
            followLinks(current);
        else
            inspect(current);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sightglass
