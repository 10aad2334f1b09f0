// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/thresholdsedit.h"

#include "widgets/editing/coloredit.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sightglass {

namespace {

constexpr int mostSteps = 50;

const QString valueKey = QStringLiteral("value");
const QString colorKey = QStringLiteral("color");

double valueOf(const QJsonValue &step)
{
    return step.toObject().value(valueKey).toDouble();
}

} // namespace

ThresholdsEdit::ThresholdsEdit(const Theme &theme, QWidget *parent)
    : FieldEditor(parent)
    , m_theme(theme)
    , m_rows(new QVBoxLayout)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    auto *add = new QPushButton(tr("Add threshold"), this);
    add->setObjectName(QStringLiteral("addThreshold"));
    connect(add, &QPushButton::clicked, this, &ThresholdsEdit::addStep);
    box->addWidget(add, 0, Qt::AlignLeft);
    box->addLayout(m_rows);
    m_rows->setSpacing(2);
}

void ThresholdsEdit::setValue(const QByteArray &json)
{
    const QJsonArray steps = jsonValueOf(json).toArray();
    if (m_typing || (steps == m_steps && m_rows->count() > 0))
        return;
    m_steps = steps;
    build();
}

void ThresholdsEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (auto *color : findChildren<ColorEdit *>())
        color->setTheme(theme);
}

void ThresholdsEdit::build()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (qsizetype step = m_steps.size() - 1; step >= 0; --step)
        addRow(static_cast<int>(step));
}

void ThresholdsEdit::addRow(int step)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *color = new ColorEdit(m_theme, line);
    color->setColor(m_steps[step].toObject().value(colorKey).toString());
    connect(color, &ColorEdit::changed, this, [this, step, color] {
        QJsonObject changed = m_steps[step].toObject();
        changed[colorKey] = color->color();
        m_steps[step] = changed;
        take(false);
    });
    row->addWidget(color, 1);
    if (step == 0) {
        row->addWidget(new QLabel(tr("Base"), line), 1);
    } else {
        auto *value = new QLineEdit(QString::number(valueOf(m_steps[step]), 'g', 15), line);
        value->setAccessibleName(tr("From"));
        value->setMaxLength(40);
        connect(value, &QLineEdit::textEdited, this, [this, step](const QString &text) {
            bool good = false;
            const double number = QLocale::c().toDouble(text.trimmed(), &good);
            if (!good || !std::isfinite(number))
                return;
            QJsonObject changed = m_steps[step].toObject();
            changed[valueKey] = number;
            m_steps[step] = changed;
            m_typing = true;
            take(true);
            m_typing = false;
        });
        // In order again when the number is there.
        connect(value, &QLineEdit::editingFinished, this, [this] {
            std::vector<QJsonValue> steps(m_steps.begin(), m_steps.end());
            if (steps.size() < 2)
                return;
            std::stable_sort(steps.begin() + 1, steps.end(),
                             [](const auto &a, const auto &b) { return valueOf(a) < valueOf(b); });
            QJsonArray sorted;
            for (const QJsonValue &one : steps)
                sorted.append(one);
            if (sorted == m_steps)
                return;
            m_steps = sorted;
            build();
            take(false);
        });
        row->addWidget(value, 1);
        auto *remove = new QToolButton(line);
        remove->setText(QStringLiteral("×"));
        remove->setAutoRaise(true);
        remove->setAccessibleName(tr("Remove threshold"));
        remove->setToolTip(tr("Remove threshold"));
        remove->setFocusPolicy(Qt::StrongFocus);
        connect(remove, &QToolButton::clicked, this, [this, step] {
            m_steps.removeAt(step);
            build();
            take(false);
        });
        row->addWidget(remove);
    }
    m_rows->addWidget(line);
}

void ThresholdsEdit::addStep()
{
    if (m_steps.size() >= mostSteps)
        return;
    if (m_steps.isEmpty())
        m_steps.append(QJsonObject{{colorKey, QStringLiteral("green")}});
    const double last = m_steps.size() > 1 ? valueOf(m_steps.last()) : 70;
    const double next = m_steps.size() > 1 ? last + std::max(10.0, std::abs(last) / 10) : 80;
    m_steps.append(QJsonObject{{valueKey, next}, {colorKey, QStringLiteral("red")}});
    build();
    take(false);
}

/// Files have the steps ascending; while a number is typed it may be on its way through others.
void ThresholdsEdit::take(bool goesOn)
{
    std::vector<QJsonValue> steps(m_steps.begin(), m_steps.end());
    if (steps.size() > 1)
        std::stable_sort(steps.begin() + 1, steps.end(),
                         [](const auto &a, const auto &b) { return valueOf(a) < valueOf(b); });
    QJsonArray sorted;
    for (const QJsonValue &one : steps)
        sorted.append(one);
    emit changed(sorted.isEmpty() ? QByteArray() : QJsonDocument(sorted).toJson(QJsonDocument::Compact),
                 goesOn);
}

} // namespace sightglass
