// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/headersedit.h"

#include "parser/config/headersreader.h"
#include "parser/config/secretdraft.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

HeadersEdit::HeadersEdit(const std::vector<HttpHeader> &headers, SecretKeeping keeping, QWidget *parent)
    : QWidget(parent)
    , m_keeping(keeping)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    auto *add = new QPushButton(tr("Add header"));
    add->setObjectName(QStringLiteral("addHeader"));
    add->setAutoDefault(false);
    m_layout->addWidget(add, 0, Qt::AlignLeft);
    m_layout->addStretch();
    for (const HttpHeader &header : headers)
        addRow(header);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.back().name->setFocus();
        emit changed();
    });
}

void HeadersEdit::addRow(const HttpHeader &header)
{
    const Secret first = header.values.empty() ? Secret() : header.values.front();
    Row row{new QWidget,
            new QLineEdit(QString::fromStdString(header.name)),
            new SecretEdit(tr("Header value"), first, m_keeping),
            {}};
    if (header.values.size() > 1)
        row.further.assign(header.values.begin() + 1, header.values.end());
    row.name->setPlaceholderText(QStringLiteral("X-Scope-OrgID"));
    row.name->setAccessibleName(tr("Header name"));
    row.name->setObjectName(QStringLiteral("headerName"));
    auto *remove = new QToolButton;
    remove->setText(QStringLiteral("✕"));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove this header"));
    remove->setAccessibleName(remove->toolTip());
    auto *layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(row.name, 1);
    layout->addWidget(row.value, 3);
    layout->addWidget(remove);
    m_layout->insertWidget(static_cast<int>(m_rows.size()), row.widget);
    connect(row.name, &QLineEdit::textChanged, this, &HeadersEdit::changed);
    connect(row.value, &SecretEdit::changed, this, &HeadersEdit::changed);
    connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] { removeRow(widget); });
    m_rows.push_back(std::move(row));
}

void HeadersEdit::removeRow(const QWidget *widget)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [widget](const Row &each) { return each.widget == widget; });
    row->widget->hide();
    row->widget->deleteLater();
    m_rows.erase(row);
    emit changed();
}

std::vector<HttpHeader> HeadersEdit::headers(TargetEdit &edit) const
{
    std::vector<HttpHeader> headers;
    for (const Row &row : m_rows) {
        const std::string name = row.name->text().trimmed().toStdString();
        if (name.empty())
            continue;
        HttpHeader header{name, {row.value->secret("header." + name + ".0", edit)}};
        header.values.insert(header.values.end(), row.further.begin(), row.further.end());
        headers.push_back(std::move(header));
    }
    return headers;
}

QString HeadersEdit::problem() const
{
    for (const Row &row : m_rows) {
        const QString name = row.name->text().trimmed();
        if (name.isEmpty() && !row.value->isEmpty())
            return tr("A header needs a name.");
        if (!name.isEmpty() && !isFieldName(name.toStdString()))
            return tr("No header can have this name: %1").arg(name);
        if (isReservedHeader(name.toStdString()))
            return tr("This header is set by the other settings: %1").arg(name);
        if (const QString problem = row.value->problem(); !problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace sightglass
