// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/matcherpopup.h"

#include "parser/base/goregex.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sightglass {

namespace {

constexpr int mostOffered = 2000;
constexpr int longestText = 2000;

QComboBox *makeCombo(const char *name, const QString &title)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QLatin1String(name));
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setAccessibleName(title);
    combo->lineEdit()->setPlaceholderText(title);
    combo->lineEdit()->setMaxLength(longestText);
    combo->setMinimumWidth(150);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->completer()->setFilterMode(Qt::MatchContains);
    return combo;
}

bool isSeveral(const QString &op)
{
    return op.endsWith(u'|');
}

} // namespace

MatcherPopup::MatcherPopup(LabelSource labels, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_labels(std::move(labels))
    , m_key(makeCombo("filterKey", tr("Label")))
    , m_operator(new QComboBox)
    , m_value(makeCombo("filterValue", tr("Value")))
    , m_hint(new QLabel)
    , m_apply(new QPushButton(tr("Filter")))
{
    setFrameShape(QFrame::StyledPanel);
    m_operator->setObjectName(QStringLiteral("filterOperator"));
    m_operator->setAccessibleName(tr("Comparison"));
    m_operator->addItems({QStringLiteral("="), QStringLiteral("!="), QStringLiteral("=~"),
                          QStringLiteral("!~"), QStringLiteral("=|"), QStringLiteral("!=|")});
    m_hint->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->addWidget(m_key, 1);
    row->addWidget(m_operator);
    row->addWidget(m_value, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addLayout(bottom);
    connect(m_key, &QComboBox::currentTextChanged, this, [this] {
        offerValues();
        check();
    });
    connect(m_operator, &QComboBox::currentTextChanged, this, &MatcherPopup::check);
    connect(m_value, &QComboBox::currentTextChanged, this, &MatcherPopup::check);
    connect(m_value->lineEdit(), &QLineEdit::returnPressed, this, &MatcherPopup::submit);
    connect(m_apply, &QPushButton::clicked, this, &MatcherPopup::submit);
}

void MatcherPopup::setFilter(const AdHocFilter &filter)
{
    m_key->clear();
    if (m_labels.names)
        m_key->addItems(m_labels.names().mid(0, mostOffered));
    m_key->setEditText(QString::fromStdString(filter.key));
    m_operator->setCurrentText(QString::fromStdString(filter.op));
    QStringList values;
    for (const std::string &value : filter.values)
        values << QString::fromStdString(value);
    offerValues();
    m_value->setEditText(values.isEmpty() ? QString::fromStdString(filter.value) : values.join(u'|'));
    check();
}

void MatcherPopup::offerValues()
{
    const QString typed = m_value->currentText();
    m_value->clear();
    if (m_labels.values && !m_key->currentText().isEmpty())
        m_value->addItems(m_labels.values(m_key->currentText()).mid(0, mostOffered));
    m_value->setEditText(typed);
}

AdHocFilter MatcherPopup::filter() const
{
    const QString op = m_operator->currentText();
    AdHocFilter filter{m_key->currentText().trimmed().toStdString(), op.toStdString(), {}};
    if (!isSeveral(op)) {
        filter.value = m_value->currentText().toStdString();
        return filter;
    }
    for (const QString &value : m_value->currentText().split(u'|'))
        filter.values.push_back(value.trimmed().toStdString());
    filter.value = filter.values.front();
    return filter;
}

QString MatcherPopup::problem() const
{
    const AdHocFilter chosen = filter();
    if (chosen.key.empty())
        return tr("Say which label");
    const bool isRegex = chosen.op == "=~" || chosen.op == "!~";
    if (isRegex && !GoRegex::compile(chosen.value).ok())
        return tr("This is no regular expression");
    return {};
}

void MatcherPopup::check()
{
    const QString text = problem();
    m_hint->setText(text.isEmpty() && isSeveral(m_operator->currentText()) ? tr("Divide values by |") : text);
    m_apply->setEnabled(text.isEmpty());
}

void MatcherPopup::submit()
{
    if (!problem().isEmpty())
        return;
    close();
    emit submitted(filter());
}

void MatcherPopup::showAt(QWidget *anchor)
{
    adjustSize();
    move(anchor->mapToGlobal(QPoint(0, anchor->height())));
    show();
    (m_key->currentText().isEmpty() ? m_key : m_value)->setFocus(Qt::PopupFocusReason);
}

} // namespace sightglass
