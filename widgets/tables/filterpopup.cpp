// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/filterpopup.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QVBoxLayout>

namespace sightglass {

FilterPopup::FilterPopup(const QStringList &values, const ColumnFilter &filter, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_comparison(new QComboBox(this))
    , m_operand(new QLineEdit(filter.operand, this))
    , m_search(new QLineEdit(this))
    , m_values(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_comparison->addItem(tr("contains"), static_cast<int>(FilterOperator::Contains));
    const std::pair<const char16_t *, FilterOperator> signs[] = {
        {u"=", FilterOperator::Equal},   {u"≠", FilterOperator::NotEqual},
        {u"<", FilterOperator::Less},    {u"≤", FilterOperator::LessOrEqual},
        {u">", FilterOperator::Greater}, {u"≥", FilterOperator::GreaterOrEqual}};
    for (const auto &[sign, comparison] : signs)
        m_comparison->addItem(QString::fromUtf16(sign), static_cast<int>(comparison));
    m_comparison->setCurrentIndex(m_comparison->findData(static_cast<int>(filter.comparison)));
    m_comparison->setAccessibleName(tr("Comparison"));
    m_operand->setPlaceholderText(tr("Text or number"));
    m_operand->setAccessibleName(tr("Compared with"));
    m_search->setPlaceholderText(tr("Search values"));
    m_search->setClearButtonEnabled(true);
    for (const QString &value : values)
        addValue(value, filter.values.contains(value));
    m_values->setAccessibleName(tr("Values"));
    m_values->setUniformItemSizes(true);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *apply = buttons->addButton(tr("Filter"), QDialogButtonBox::AcceptRole);
    QPushButton *clear = buttons->addButton(tr("Show all"), QDialogButtonBox::ResetRole);
    apply->setDefault(true);
    auto *comparing = new QHBoxLayout;
    comparing->addWidget(m_comparison);
    comparing->addWidget(m_operand);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(comparing);
    layout->addWidget(m_search);
    layout->addWidget(m_values);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &FilterPopup::showMatching);
    connect(m_operand, &QLineEdit::returnPressed, this, [this] { finish(this->filter()); });
    connect(apply, &QPushButton::clicked, this, [this] { finish(this->filter()); });
    connect(clear, &QPushButton::clicked, this, [this] { finish({}); });
    m_operand->setFocus();
}

void FilterPopup::addValue(const QString &value, bool ticked)
{
    auto *item = new QListWidgetItem(value.isEmpty() ? tr("(empty)") : value, m_values);
    item->setData(Qt::UserRole, value);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

void FilterPopup::setValues(const QStringList &values)
{
    QStringList known;
    for (int i = 0; i < m_values->count(); ++i)
        known << m_values->item(i)->data(Qt::UserRole).toString();
    if (known == values)
        return;
    const QSet<QString> ticked = filter().values;
    QStringList gone(ticked.begin(), ticked.end());
    erase_if(gone, [&values](const QString &value) { return values.contains(value); });
    gone.sort();
    const int scrolled = m_values->verticalScrollBar()->value();
    m_values->clear();
    for (const QString &value : values)
        addValue(value, ticked.contains(value));
    for (const QString &value : gone)
        addValue(value, true);
    showMatching(m_search->text());
    m_values->verticalScrollBar()->setValue(scrolled);
}

ColumnFilter FilterPopup::filter() const
{
    ColumnFilter filter;
    filter.comparison = static_cast<FilterOperator>(m_comparison->currentData().toInt());
    filter.operand = m_operand->text();
    for (int i = 0; i < m_values->count(); ++i) {
        if (m_values->item(i)->checkState() == Qt::Checked)
            filter.values.insert(m_values->item(i)->data(Qt::UserRole).toString());
    }
    return filter;
}

void FilterPopup::showMatching(const QString &text)
{
    for (int i = 0; i < m_values->count(); ++i)
        m_values->item(i)->setHidden(!m_values->item(i)->text().contains(text, Qt::CaseInsensitive));
}

void FilterPopup::finish(const ColumnFilter &filter)
{
    emit applied(filter);
    close();
}

} // namespace sightglass
