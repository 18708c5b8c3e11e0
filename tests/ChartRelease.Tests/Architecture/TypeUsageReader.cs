using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ChartRelease.Tests.Architecture;

/// <summary>Tells of every type that a type's declaration, members, attributes and method bodies name.</summary>
internal sealed class TypeUsageReader(PEReader file, MetadataReader metadata, Action<string> use)
{
    private readonly SignatureTypes _signatures = new(use);

    public void Read(TypeDefinition type)
    {
        Use(type.BaseType);
        foreach (var handle in type.GetInterfaceImplementations())
        {
            Use(metadata.GetInterfaceImplementation(handle).Interface);
        }

        foreach (var handle in type.GetFields())
        {
            var field = metadata.GetFieldDefinition(handle);
            field.DecodeSignature(_signatures, null);
            UseAttributes(field.GetCustomAttributes());
        }

        foreach (var handle in type.GetProperties())
        {
            UseAttributes(metadata.GetPropertyDefinition(handle).GetCustomAttributes());
        }

        foreach (var handle in type.GetMethods())
        {
            Read(metadata.GetMethodDefinition(handle));
        }

        UseConstraints(type.GetGenericParameters());
        UseAttributes(type.GetCustomAttributes());
    }

    private void Read(MethodDefinition method)
    {
        method.DecodeSignature(_signatures, null);
        UseConstraints(method.GetGenericParameters());
        UseAttributes(method.GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, null);
        }

        foreach (var region in body.ExceptionRegions)
        {
            Use(region.CatchType);
        }

        foreach (var token in IlTokens.Of(body.GetILReader()))
        {
            Use(token);
        }
    }

    private void Use(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition when !handle.IsNil:
                use(TypeNames.Of(metadata, (TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference when !handle.IsNil:
                use(TypeNames.Of(metadata, (TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_signatures, null);
                break;
            case HandleKind.FieldDefinition:
                Use(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                Use(method.GetDeclaringType());
                method.DecodeSignature(_signatures, null);
                break;
            case HandleKind.MemberReference:
                Use(metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Use(generic.Method);
                generic.DecodeSignature(_signatures, null);
                break;
        }
    }

    private void Use(MemberReference member)
    {
        Use(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            member.DecodeMethodSignature(_signatures, null);
        }
        else
        {
            member.DecodeFieldSignature(_signatures, null);
        }
    }

    private void UseAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
        {
            Use(metadata.GetCustomAttribute(handle).Constructor);
        }
    }

    private void UseConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(handle => metadata.GetGenericParameter(handle).GetConstraints()))
        {
            Use(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }
}
