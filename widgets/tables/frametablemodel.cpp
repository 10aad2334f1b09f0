// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/frametablemodel.h"

#include "model/dashboard/framecells.h"
#include "model/dashboard/valueplaces.h"
#include "model/fields/fieldrange.h"
#include "model/fields/jsvalue.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"

#include <algorithm>

namespace sightglass {

namespace {

/// More columns are no table that anybody reads.
constexpr std::size_t mostColumns = 500;

Surface surfaceOf(const Theme &theme)
{
    return theme.kind == ThemeKind::Dark ? Surface::Dark : Surface::Light;
}

/// Names of columns are keys: the second of two alike is another column.
QString uniqueName(const QString &name, const QStringList &before)
{
    QString unique = name;
    for (int i = 2; before.contains(unique); ++i)
        unique = name + QStringLiteral(" (%1)").arg(i);
    return unique;
}

} // namespace

FrameTableModel::FrameTableModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{}

const Frame *FrameTableModel::frame() const noexcept
{
    return m_frames && m_index < m_frames->size() ? &(*m_frames)[m_index] : nullptr;
}

std::vector<FrameTableModel::Column> FrameTableModel::columnsOf(const Frame &shown) const
{
    std::vector<Column> columns;
    QStringList names;
    for (std::size_t i = 0; i < shown.fields.size() && columns.size() < mostColumns; ++i) {
        const Field &field = shown.fields[i];
        if (field.config.cell.hidden.value_or(false))
            continue;
        Column column;
        column.field = i;
        column.name = uniqueName(displayText(std::string_view(m_names->of(field, shown))), names);
        column.config = field.config;
        column.range = fieldRange(field, *m_frames);
        names.append(column.name);
        // What was made ready for this field stays as long as nothing about it changes.
        const int old = columnNamed(column.name);
        if (old >= 0) {
            const Column &before = m_columns[static_cast<std::size_t>(old)];
            const bool passing = column.config.unit && dependsOnNow(*column.config.unit);
            if (!passing && before.config == column.config && before.range == column.range)
                column.processor = before.processor;
        }
        if (!column.processor) {
            DisplayContext context;
            context.surface = surfaceOf(m_theme);
            context.dates.zone = m_zone;
            context.dates.now = static_cast<double>(m_range.to);
            column.processor =
                std::make_shared<const DisplayProcessor>(field.config, field.type, column.range, context);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

int FrameTableModel::columnNamed(const QString &name) const
{
    const auto found = std::ranges::find(m_columns, name, &Column::name);
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

bool FrameTableModel::sameColumns(const std::vector<Column> &columns) const
{
    return std::ranges::equal(columns, m_columns, {}, &Column::name, &Column::name);
}

void FrameTableModel::setFrames(const Frames &frames, std::size_t index, TimeRange range)
{
    const bool sameFrame = index == m_index && m_frames;
    // What the old names and processors refer to lives until the new ones are made.
    const Frames before = std::move(m_frames);
    m_frames = frames;
    m_index = index;
    m_range = range;
    m_names = std::make_unique<DisplayNames>(m_frames ? std::span<const Frame>(*m_frames)
                                                      : std::span<const Frame>());
    std::vector<Column> columns = frame() != nullptr ? columnsOf(*frame()) : std::vector<Column>();
    if (sameFrame && sameColumns(columns) && m_pageRows == 0) {
        m_columns = std::move(columns);
        morphTo(orderedRows());
        if (!m_order.empty() && !m_columns.empty())
            emit dataChanged(this->index(0, 0), this->index(rowCount() - 1, columnCount() - 1));
    } else {
        const int page = m_page;
        const bool keepsPage = sameFrame && sameColumns(columns);
        beginResetModel();
        m_columns = std::move(columns);
        m_order = orderedRows();
        m_page = keepsPage ? std::min(page, pages() - 1) : 0;
        endResetModel();
    }
    emit arranged();
}

void FrameTableModel::setTheme(const Theme &theme)
{
    m_theme = theme;
    showAnew();
}

void FrameTableModel::setZone(ZoneRule zone)
{
    m_zone = std::move(zone);
    showAnew();
}

void FrameTableModel::showAnew()
{
    beginResetModel();
    for (Column &column : m_columns)
        column.processor.reset();
    if (frame() != nullptr) {
        m_columns.clear();
        m_columns = columnsOf(*frame());
    }
    endResetModel();
}

std::size_t FrameTableModel::frameRows() const
{
    std::size_t rows = 0;
    if (frame() != nullptr) {
        for (const Field &field : frame()->fields)
            rows = std::max({rows, field.values.size(), field.trends.size()});
    }
    return rows;
}

// ---- cells

const Field &FrameTableModel::fieldOf(int column) const
{
    return frame()->fields[m_columns[static_cast<std::size_t>(column)].field];
}

std::size_t FrameTableModel::frameRow(int row) const
{
    return m_order[pageStart() + static_cast<std::size_t>(row)];
}

CellOptions FrameTableModel::cellOptions(int column) const
{
    return m_columns[static_cast<std::size_t>(column)].config.cell.options.value_or(CellOptions());
}

const FieldConfig &FrameTableModel::configOf(int column) const
{
    return m_columns[static_cast<std::size_t>(column)].config;
}

QString FrameTableModel::cellWords(const QModelIndex &index) const
{
    if (cellOptions(index.column()).kind != CellKind::Links)
        return index.data().toString();
    QStringList titles;
    for (const Link &link : links(index.row(), index.column()))
        titles << (link.title.isEmpty() ? displayText(link.url) : link.title);
    return titles.join(QStringLiteral(" · "));
}

QString FrameTableModel::wholeText(const QModelIndex &index) const
{
    constexpr qsizetype longest = 100'000;
    const std::string text = shown(index.row(), index.column()).text();
    QStringList lines;
    for (const QString &line : QString::fromStdString(text.substr(0, longest)).split(u'\n'))
        lines << displayText(line, longest);
    return lines.join(u'\n');
}

const DisplayProcessor &FrameTableModel::processor(int column) const
{
    return *m_columns[static_cast<std::size_t>(column)].processor;
}

FieldRange FrameTableModel::rangeOf(int column) const
{
    return m_columns[static_cast<std::size_t>(column)].range;
}

Qt::Alignment FrameTableModel::alignment(int column) const
{
    const FieldConfig &config = m_columns[static_cast<std::size_t>(column)].config;
    switch (config.cell.align.value_or(CellAlign::Auto)) {
    case CellAlign::Left:
        return Qt::AlignLeft | Qt::AlignVCenter;
    case CellAlign::Center:
        return Qt::AlignHCenter | Qt::AlignVCenter;
    case CellAlign::Right:
        return Qt::AlignRight | Qt::AlignVCenter;
    case CellAlign::Auto:
        break;
    }
    const bool number = fieldOf(column).type == FieldType::Number;
    return (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

DisplayValue FrameTableModel::shownAt(std::size_t frameRow, const Column &column) const
{
    const Field &field = frame()->fields[column.field];
    if (frameRow < field.trends.size()) {
        const std::vector<Sample> &trend = field.trends[frameRow];
        return column.processor->display(trend.empty() ? FieldValue() : FieldValue(trend.back().v));
    }
    return column.processor->display(cellOf(field, frameRow));
}

DisplayValue FrameTableModel::shown(int row, int column) const
{
    return shownAt(frameRow(row), m_columns[static_cast<std::size_t>(column)]);
}

QString FrameTableModel::cellText(std::size_t frameRow, const Column &column) const
{
    return valueText(shownAt(frameRow, column).text());
}

QColor FrameTableModel::valueColor(int row, int column) const
{
    return m_theme.named(shown(row, column).color);
}

QColor FrameTableModel::rowColor(int row) const
{
    for (int column = 0; column < columnCount(); ++column) {
        const CellOptions options = cellOptions(column);
        if (options.applyToRow && options.kind == CellKind::ColorBackground)
            return valueColor(row, column);
    }
    return {};
}

bool FrameTableModel::hasLinks(int column) const
{
    const FieldConfig &config = m_columns[static_cast<std::size_t>(column)].config;
    return config.links && !config.links->empty();
}

std::vector<FrameTableModel::Link> FrameTableModel::links(int row, int column) const
{
    std::vector<Link> links;
    if (!hasLinks(column))
        return links;
    const Column &shown = m_columns[static_cast<std::size_t>(column)];
    const std::size_t at = frameRow(row);
    const ValuePlace place{frame(), shown.field, m_names.get(), at, cellOf(fieldOf(column), at), {}, m_range};
    for (const DataLink &link : *shown.config.links) {
        if (const auto url = filledUrl(link.url, place))
            links.push_back({displayText(std::string_view(filledPlaces(link.title, place))),
                             QString::fromStdString(*url)});
    }
    return links;
}

QString FrameTableModel::calculated(Calculation calculation, int column) const
{
    const Column &shown = m_columns[static_cast<std::size_t>(column)];
    const Field &field = fieldOf(column);
    Field rows;
    rows.type = field.type;
    for (const std::uint32_t row : m_order)
        rows.values.push_back(cellOf(field, row));
    const FieldValue result = calculate(calculation, rows);
    if (keepsUnit(calculation))
        return valueText(shown.processor->display(result).text());
    FieldConfig plain;
    plain.decimals = shown.config.decimals;
    return valueText(displayValue(result, resultType(calculation, field.type), plain, {}).text());
}

bool FrameTableModel::isArranged() const
{
    return m_order.size() != frameRows() || !std::ranges::is_sorted(m_order);
}

int FrameTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    const auto all = static_cast<int>(m_order.size());
    return m_pageRows > 0 ? std::clamp(all - static_cast<int>(pageStart()), 0, m_pageRows) : all;
}

int FrameTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant FrameTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cellText(frameRow(index.row()), column);
    case Qt::ToolTipRole: {
        QString text = cellText(frameRow(index.row()), column);
        for (const Link &link : links(index.row(), index.column()))
            text += u'\n' + displayText(link.url);
        return plainToolTip(text);
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment(index.column()));
    default:
        return {};
    }
}

QVariant FrameTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.name;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(section));
    if (role == Qt::ToolTipRole && column.config.description)
        return plainToolTip(displayText(std::string_view(*column.config.description)));
    return {};
}

} // namespace sightglass
