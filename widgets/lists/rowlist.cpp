// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/rowlist.h"

#include "model/presentation/displaytext.h"
#include "widgets/panelkit/plaintip.h"
#include "widgets/style/slimscrollbar.h"

#include <QAbstractListModel>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace sightglass {

/// The rows as a model; what is shown and spoken.
class RowListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] const std::vector<ListRow> &rows() const { return m_rows; }

    void setRows(std::vector<ListRow> rows)
    {
        if (rows.size() == m_rows.size()) {
            m_rows = std::move(rows);
            if (!m_rows.empty())
                emit dataChanged(index(0), index(rowCount() - 1));
            return;
        }
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const ListRow &row = m_rows[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return listRowText(row).replace(u'\n', u' ');
        return {};
    }

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        if (!index.isValid() || m_rows[static_cast<std::size_t>(index.row())].kind != ListRow::Kind::Entry)
            return Qt::ItemIsEnabled;
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }

private:
    std::vector<ListRow> m_rows;
};

namespace {

void append(const DisplayList &part, DisplayList &list)
{
    for (const DisplayList::Item &item : part.items())
        list.add(item);
}

class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(RowList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ListRow &row = m_list->rows()[static_cast<std::size_t>(index.row())];
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        const ListRowLook look{m_list->theme(), option.font, option.state.testFlag(QStyle::State_Selected),
                               option.state.testFlag(QStyle::State_MouseOver)};
        drawListRow(row, QRectF(option.rect), look).paint(*painter);
        if (focused) {
            painter->setPen(QPen(m_list->theme().accent, 1));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ListRow &row = m_list->rows()[static_cast<std::size_t>(index.row())];
        return {40, listRowHeight(row, option.font)};
    }

private:
    RowList *m_list;
};

} // namespace

RowList::RowList(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(new RowListModel(this))
{
    setModel(m_model);
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setMouseTracking(true);
    connect(this, &QListView::clicked, this, &RowList::request);
    connect(this, &QListView::activated, this, &RowList::request);
    setTheme(theme);
}

void RowList::setTheme(const Theme &theme)
{
    m_theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Base, theme.surface);
    setPalette(palette);
    makeSlim(*verticalScrollBar(), theme);
    viewport()->update();
}

void RowList::setRows(std::vector<ListRow> rows)
{
    if (rows == m_model->rows())
        return;
    const QModelIndex current = currentIndex();
    const ListRow before =
        current.isValid() ? m_model->rows()[static_cast<std::size_t>(current.row())] : ListRow();
    m_model->setRows(std::move(rows));
    scheduleDelayedItemsLayout();
    for (int i = 0; current.isValid() && i < m_model->rowCount(); ++i) {
        const ListRow &row = m_model->rows()[static_cast<std::size_t>(i)];
        if (row.title == before.title && row.detail == before.detail && row.kind == before.kind)
            return setCurrentIndex(m_model->index(i));
    }
}

const std::vector<ListRow> &RowList::rows() const
{
    return m_model->rows();
}

void RowList::request(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const std::string id = m_model->rows()[static_cast<std::size_t>(index.row())].id;
    if (!id.empty())
        emit requested(id);
}

DisplayList RowList::drawing()
{
    executeDelayedItemsLayout();
    DisplayList list;
    const ListRowLook look{m_theme, font(), false, false};
    const QRectF all(viewport()->rect());
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QRectF rect(visualRect(m_model->index(i)));
        const ListRow &row = rows()[static_cast<std::size_t>(i)];
        if (rect.isEmpty() || rect.bottom() < all.top())
            continue;
        if (rect.bottom() > all.bottom() + 1) {
            const int left = m_model->rowCount() - i;
            const ListRow more{ListRow::Kind::Note, tr("and %n more", nullptr, left), {}, {}, {}, {}, {}};
            const double top = std::min(rect.top(), all.bottom() - listRowHeight(more, font()));
            const QRectF place(rect.left(), top, rect.width(), listRowHeight(more, font()));
            list.add(DisplayList::Fill{place, m_theme.surface, 0, Qt::NoPen});
            append(drawListRow(more, place, look), list);
            break;
        }
        append(drawListRow(row, rect, look), list);
    }
    return list;
}

QString RowList::toolTipAt(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() ? listRowText(rows()[static_cast<std::size_t>(index.row())]) : QString();
}

bool RowList::viewportEvent(QEvent *event)
{
    const auto textAt = [this](QPoint place) { return toolTipAt(place); };
    return answerToolTip(event, this, textAt) || QListView::viewportEvent(event);
}

} // namespace sightglass

#include "rowlist.moc"
