// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/queriesedit.h"

#include "model/dashboard/refids.h"
#include "widgets/editors/promqleditor.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostQueries = 50;

/// With a letter that none has.
std::vector<PanelQuery> named(std::vector<PanelQuery> queries)
{
    PanelSpec panel;
    panel.queries = std::move(queries);
    nameQueries(panel);
    return std::move(panel.queries);
}

} // namespace

QueriesEdit::QueriesEdit(EditingContext context, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_context(std::move(context))
    , m_theme(theme)
    , m_box(new QVBoxLayout(this))
{
    m_box->setContentsMargins(6, 6, 6, 6);
    auto *add = new QPushButton(tr("Add query"), this);
    add->setObjectName(QStringLiteral("addQuery"));
    connect(add, &QPushButton::clicked, this, &QueriesEdit::addQuery);
    m_box->addWidget(add, 0, Qt::AlignLeft);
    m_box->addStretch(1);
}

void QueriesEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (PanelQueryRow *row : m_rows)
        row->setTheme(theme);
}

void QueriesEdit::setQueries(const std::vector<PanelQuery> &queries)
{
    while (m_rows.size() > queries.size()) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < queries.size()) {
        auto *row = new PanelQueryRow(m_context, m_theme, this);
        m_box->insertWidget(static_cast<int>(m_rows.size()), row);
        m_rows.push_back(row);
        connect(row, &PanelQueryRow::changed, this, &QueriesEdit::tell);
        connect(row, &PanelQueryRow::removeRequested, this, [this, row] { remove(row); });
        connect(row, &PanelQueryRow::moveRequested, this, [this, row](int by) { move(row, by); });
        connect(row, &PanelQueryRow::duplicateRequested, this,
                [this, row] { insert(indexOf(row) + 1, row->query()); });
    }
    for (std::size_t i = 0; i < queries.size(); ++i) {
        if (m_rows[i]->query() != queries[i])
            m_rows[i]->setQuery(queries[i]);
        m_rows[i]->setPlace(static_cast<int>(i), static_cast<int>(queries.size()));
    }
}

std::vector<PanelQuery> QueriesEdit::queries() const
{
    std::vector<PanelQuery> queries;
    for (const PanelQueryRow *row : m_rows)
        queries.push_back(row->query());
    return queries;
}

int QueriesEdit::indexOf(const PanelQueryRow *row) const
{
    return static_cast<int>(std::ranges::find(m_rows, row) - m_rows.begin());
}

void QueriesEdit::addQuery()
{
    PanelQuery query;
    if (!m_rows.empty()) {
        query.instant = m_rows.back()->query().instant;
        query.format = m_rows.back()->query().format;
    }
    insert(rowCount(), std::move(query));
}

void QueriesEdit::insert(int at, PanelQuery query)
{
    std::vector<PanelQuery> all = queries();
    if (all.size() >= mostQueries)
        return;
    query.refId.clear();
    all.insert(all.begin() + at, std::move(query));
    setQueries(named(std::move(all)));
    m_rows[static_cast<std::size_t>(at)]->editor()->setFocus();
    tell(false);
}

void QueriesEdit::remove(PanelQueryRow *row)
{
    std::vector<PanelQuery> all = queries();
    all.erase(all.begin() + indexOf(row));
    setQueries(all);
    tell(false);
}

void QueriesEdit::move(PanelQueryRow *row, int by)
{
    std::vector<PanelQuery> all = queries();
    const int from = indexOf(row);
    const int to = from + by;
    if (to < 0 || to >= static_cast<int>(all.size()))
        return;
    std::swap(all[static_cast<std::size_t>(from)], all[static_cast<std::size_t>(to)]);
    setQueries(all);
    tell(false);
}

void QueriesEdit::tell(bool goesOn)
{
    emit changed(queries(), goesOn);
}

} // namespace sightglass
