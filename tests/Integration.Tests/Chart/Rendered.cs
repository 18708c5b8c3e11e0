using k8s;
using k8s.Models;

namespace ChartRelease.Integration.AgentapiProxy;

/// <summary>What helm rendered, as typed Kubernetes objects. A field or kind that Kubernetes does not know is an exception.</summary>
internal sealed class Rendered(string yaml)
{
    /// <summary>helm's output.</summary>
    public string Yaml { get; } = yaml;

    /// <summary>Every object, in helm's order.</summary>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; } =
        [.. KubernetesYaml.LoadAllFromString(yaml, typeMap: null, strict: true).Cast<IKubernetesObject<V1ObjectMeta>>()];

    public V1Deployment Deployment => Only<V1Deployment>();

    public V1Service Service => Only<V1Service>();

    /// <summary>The pods that the Deployment makes.</summary>
    public V1PodTemplateSpec Pod => Deployment.Spec.Template;

    /// <summary>The one container of those pods.</summary>
    public V1Container Container => Assert.Single(Pod.Spec.Containers);

    /// <summary>The one object of a type.</summary>
    public T Only<T>() => Assert.Single(All<T>());

    /// <summary>Every object of a type.</summary>
    public IReadOnlyList<T> All<T>() => [.. Objects.OfType<T>()];

    /// <summary>The object of a type with a name; fails the test when it is not in the render.</summary>
    public T Named<T>(string name)
        where T : IKubernetesObject<V1ObjectMeta> => Assert.Single(All<T>(), candidate => candidate.Metadata.Name == name);
}
