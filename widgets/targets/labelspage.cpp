// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/labelspage.h"

#include "widgets/targets/pairsedit.h"
#include "widgets/views/fieldhint.h"

#include <QVBoxLayout>

#include <set>

namespace sightglass {

LabelsPage::LabelsPage(const TargetConfig &config, QWidget *parent)
    : TargetPage(parent)
    , m_labels(new PairsEdit(tr("Label"), tr("Value")))
{
    PairsEdit::Pairs pairs;
    for (const LabelView label : config.labels)
        pairs.emplace_back(label.name, label.value);
    m_labels->setPairs(pairs);
    m_labels->setObjectName(QStringLiteral("labels"));
    auto *hint = new FieldHint;
    hint->showHint(tr("Every sample of this target gets these labels, beside job and instance, which they "
                      "may replace."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(m_labels, 1);
    connect(m_labels, &PairsEdit::changed, this, &LabelsPage::changed);
}

void LabelsPage::apply(TargetEdit &edit) const
{
    std::vector<Label> labels;
    for (auto &[name, value] : m_labels->pairs())
        labels.push_back({name, value});
    edit.config.labels = Labels(std::move(labels));
}

QString LabelsPage::problem() const
{
    std::set<std::string> names;
    for (const auto &[name, value] : m_labels->pairs()) {
        if (!names.insert(name).second)
            return tr("This label is there twice: %1").arg(QString::fromStdString(name));
        if (name.starts_with("__"))
            return tr("Labels that begin with __ never reach samples: %1").arg(QString::fromStdString(name));
    }
    return {};
}

bool LabelsPage::isUsed(const TargetConfig &config) const
{
    return !config.labels.empty();
}

} // namespace sightglass
