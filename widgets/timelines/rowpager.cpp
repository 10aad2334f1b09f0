// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/rowpager.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace sightglass {

RowPager::RowPager(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_back(new QToolButton(this))
    , m_forth(new QToolButton(this))
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_back->setText(QStringLiteral("‹"));
    m_back->setAccessibleName(tr("Rows before"));
    m_forth->setText(QStringLiteral("›"));
    m_forth->setAccessibleName(tr("Rows after"));
    connect(m_back, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_forth, &QToolButton::clicked, this, [this] { turn(1); });
    auto *box = new QHBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addStretch();
    box->addWidget(m_back);
    box->addWidget(m_text);
    box->addWidget(m_forth);
    for (QToolButton *button : {m_back, m_forth}) {
        button->setAutoRaise(true);
        button->setFixedSize(22, 18);
    }
    setTheme(theme);
}

void RowPager::setTheme(const Theme &theme)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.textMuted);
    setPalette(palette);
}

std::size_t RowPager::pages() const
{
    return (m_rows + m_perPage - 1) / m_perPage;
}

void RowPager::setRows(std::size_t rows, std::size_t perPage)
{
    const std::size_t top = first();
    m_rows = rows;
    // The row that was on top stays in sight.
    if (perPage != m_perPage)
        m_page = top / std::max<std::size_t>(perPage, 1);
    m_perPage = std::max<std::size_t>(perPage, 1);
    m_page = std::min(m_page, std::max<std::size_t>(pages(), 1) - 1);
    refresh();
}

void RowPager::turn(int pages)
{
    const auto last = static_cast<std::ptrdiff_t>(std::max<std::size_t>(this->pages(), 1)) - 1;
    const auto wanted = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m_page) + pages, 0, last);
    if (static_cast<std::size_t>(wanted) == m_page)
        return;
    m_page = static_cast<std::size_t>(wanted);
    refresh();
    emit turned();
}

void RowPager::refresh()
{
    const std::size_t last = std::min(first() + m_perPage, m_rows);
    m_text->setText(tr("%1–%2 of %3", "rows")
                        .arg(qulonglong(std::min(first() + 1, last)))
                        .arg(qulonglong(last))
                        .arg(qulonglong(m_rows)));
    m_back->setEnabled(m_page > 0);
    m_forth->setEnabled(last < m_rows);
}

} // namespace sightglass
